<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About facerestore</source>
        <translation>关于 facerestore</translation>
    </message>
    <message>
        <source>Restores damaged portraits on this computer; nothing is sent anywhere.

What the mask covers is invented by a network: plausible, but not what was there. What it does not cover stays as it was, bit for bit.

The program is under the Apache License 2.0. Its networks are not.</source>
        <translation>在这台电脑上修复受损的肖像；不会向任何地方发送任何内容。

蒙版覆盖之处由网络虚构：看似可信，但并非原貌。未覆盖之处逐位保持原样。

本程序采用 Apache 许可证 2.0。其网络则不然。</translation>
    </message>
    <message>
        <source>Terms of the networks</source>
        <translation>网络的使用条款</translation>
    </message>
    <message>
        <source>Learnt from:</source>
        <translation>学习来源：</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New from a photo...</source>
        <translation>从照片新建(&amp;N)...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>打开照片或项目</translation>
    </message>
    <message>
        <source>Open &amp;folder...</source>
        <translation>打开文件夹(&amp;F)...</translation>
    </message>
    <message>
        <source>Show the photos of a folder as a filmstrip</source>
        <translation>以胶片条显示文件夹中的照片</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>What was opened last</source>
        <translation>最近打开过的文件</translation>
    </message>
    <message>
        <source>Open an earlier &amp;version...</source>
        <translation>打开早期版本(&amp;V)...</translation>
    </message>
    <message>
        <source>The project as it was saved before</source>
        <translation>项目以前保存的状态</translation>
    </message>
    <message>
        <source>Recover &amp;unsaved work...</source>
        <translation>恢复未保存的工作(&amp;U)...</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>项目另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>Save as another project</source>
        <translation>另存为其他项目</translation>
    </message>
    <message>
        <source>Save restored p&amp;hoto</source>
        <translation>保存修复后的照片(&amp;H)</translation>
    </message>
    <message>
        <source>Save the result where it was saved last</source>
        <translation>将结果保存到上次保存的位置</translation>
    </message>
    <message>
        <source>Save restored photo as...</source>
        <translation>修复后的照片另存为...</translation>
    </message>
    <message>
        <source>Save the result as a new file: format, depth, metadata</source>
        <translation>将结果保存为新文件：格式、位深、元数据</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn the photo to the left; the scan&apos;s own pixels stay where they are</source>
        <translation>向左旋转照片；扫描件本身的像素保持不动</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Turn the photo to the right; the scan&apos;s own pixels stay where they are</source>
        <translation>向右旋转照片；扫描件本身的像素保持不动</translation>
    </message>
    <message>
        <source>&amp;Show the scan as it lies</source>
        <translation>按扫描件原样显示</translation>
    </message>
    <message>
        <source>All of the scan, neither turned nor straightened</source>
        <translation>显示整个扫描件，不旋转也不拉直</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>停止正在进行的操作</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>首选项(&amp;P)...</translation>
    </message>
    <message>
        <source>Language, theme, how photos are saved, where projects are kept, what of the computer is used</source>
        <translation>语言、主题、照片的保存方式、项目的位置以及使用计算机的哪些部分</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>显示整张照片</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100%</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>照片的一个像素对应屏幕的一个像素</translation>
    </message>
    <message>
        <source>Type the &amp;zoom</source>
        <translation>输入缩放比例</translation>
    </message>
    <message>
        <source>Type a figure for the zoom, in percent</source>
        <translation>以百分比输入缩放比例</translation>
    </message>
    <message>
        <source>Rotate view to the right</source>
        <translation>向右旋转视图</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the right; the photo stays as it is</source>
        <translation>将所见内容向右旋转 15 度；照片保持不变</translation>
    </message>
    <message>
        <source>Rotate view to the left</source>
        <translation>向左旋转视图</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the left; the photo stays as it is</source>
        <translation>将所见内容向左旋转 15 度；照片保持不变</translation>
    </message>
    <message>
        <source>View upright</source>
        <translation>视图恢复正向</translation>
    </message>
    <message>
        <source>Take the rotation of the view back</source>
        <translation>取消视图的旋转</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原图(&amp;O)</translation>
    </message>
    <message>
        <source>Show the photo as it was opened</source>
        <translation>显示打开时的照片</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Before and after, with a divider to drag</source>
        <translation>修复前后对比，可拖动分隔线</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>显示修复后的照片</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>Original and result side by side</source>
        <translation>原图与结果并排显示</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>What changed, four times as strong</source>
        <translation>变化之处，放大四倍显示</translation>
    </message>
    <message>
        <source>Loup&amp;e in the comparison</source>
        <translation>对比放大镜</translation>
    </message>
    <message>
        <source>Before and after at the pointer, pixel by pixel, while comparing</source>
        <translation>对比时逐像素显示指针处的修复前后</translation>
    </message>
    <message>
        <source>Loupe at 200%</source>
        <translation>放大镜 200%</translation>
    </message>
    <message>
        <source>The loupe shows each pixel of the photo on two by two of the screen</source>
        <translation>放大镜用屏幕上 2×2 像素显示照片的每个像素</translation>
    </message>
    <message>
        <source>Show what was in&amp;vented</source>
        <translation>显示生成的内容(&amp;V)</translation>
    </message>
    <message>
        <source>Show ca&amp;ndidates</source>
        <translation>显示候选(&amp;N)</translation>
    </message>
    <message>
        <source>Show the versions of the chosen face below the canvas</source>
        <translation>在画布下方显示所选人脸的候选</translation>
    </message>
    <message>
        <source>Show &amp;mask</source>
        <translation>显示蒙版(&amp;M)</translation>
    </message>
    <message>
        <source>Show the mask over the photo</source>
        <translation>在照片上显示蒙版</translation>
    </message>
    <message>
        <source>Mask as a film</source>
        <translation>蒙版显示为色膜</translation>
    </message>
    <message>
        <source>The mask as a film of colour over the photo</source>
        <translation>蒙版以色膜覆盖在照片上</translation>
    </message>
    <message>
        <source>Mask as outlines</source>
        <translation>蒙版显示为轮廓</translation>
    </message>
    <message>
        <source>Only the outlines of the mask, with nothing over the photo</source>
        <translation>只显示蒙版的轮廓，不遮盖照片</translation>
    </message>
    <message>
        <source>Mask in black and white</source>
        <translation>蒙版显示为黑白</translation>
    </message>
    <message>
        <source>The mask alone: white is repaired, grey is protected or left alone, black is not marked</source>
        <translation>只显示蒙版：白色会修复，灰色受保护或保持原样，黑色未标记</translation>
    </message>
    <message>
        <source>Show &amp;layout</source>
        <translation>显示布局(&amp;L)</translation>
    </message>
    <message>
        <source>Show the layout over the photo</source>
        <translation>在照片上显示布局</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>上一张照片(&amp;P)</translation>
    </message>
    <message>
        <source>The photo before in the filmstrip</source>
        <translation>胶片条中的上一张照片</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>下一张照片(&amp;X)</translation>
    </message>
    <message>
        <source>The next photo in the filmstrip</source>
        <translation>胶片条中的下一张照片</translation>
    </message>
    <message>
        <source>Show the photos of the folder below the canvas</source>
        <translation>在画布下方显示文件夹中的照片</translation>
    </message>
    <message>
        <source>Show naviga&amp;tor</source>
        <translation>显示导航器</translation>
    </message>
    <message>
        <source>Show the whole photo with a frame round the part that is seen</source>
        <translation>显示整张照片，并框出可见部分</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>显示历史记录</translation>
    </message>
    <message>
        <source>Show every step, to go back to one</source>
        <translation>显示每一步，以便返回</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>隐藏面板</translation>
    </message>
    <message>
        <source>Put all panels and bars away, and bring them back</source>
        <translation>收起所有面板和工具栏，再次使用则恢复</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Fill the screen with the window, and give it back</source>
        <translation>让窗口占满屏幕，再次使用则恢复</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>恢复面板初始位置</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>将所有面板放回最初的位置</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>此窗口的语言</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>将键盘焦点移到下一个面板</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>抓手(&amp;H)</translation>
    </message>
    <message>
        <source>Move the view (hold Space with any tool)</source>
        <translation>移动视图（使用任何工具时按住空格键）</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Mask brush: paint over what is to be restored</source>
        <translation>蒙版画笔：涂抹要修复的地方</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>Mask eraser: keep this as it is</source>
        <translation>蒙版橡皮擦：保持此处原样</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>套索(&amp;L)</translation>
    </message>
    <message>
        <source>Lasso: draw round the damage by hand; Alt takes away</source>
        <translation>套索：手绘圈出损伤；按住 Alt 减去</translation>
    </message>
    <message>
        <source>Pol&amp;ygon</source>
        <translation>多边形(&amp;Y)</translation>
    </message>
    <message>
        <source>Polygon: click corner by corner; Enter closes it, Backspace takes one back</source>
        <translation>多边形：逐点单击；回车闭合，退格撤回一点</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>矩形(&amp;R)</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner; Shift makes a square, Alt takes away</source>
        <translation>矩形：从一角拖到另一角；Shift 画正方形，Alt 减去</translation>
    </message>
    <message>
        <source>Ell&amp;ipse</source>
        <translation>椭圆(&amp;I)</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away</source>
        <translation>椭圆：从一角拖到另一角；Shift 画圆，Alt 减去</translation>
    </message>
    <message>
        <source>Magic &amp;wand</source>
        <translation>魔棒(&amp;W)</translation>
    </message>
    <message>
        <source>Magic wand: click what has one colour; Alt takes away</source>
        <translation>魔棒：单击同色区域；Alt 减去</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>描摹划痕</translation>
    </message>
    <message>
        <source>Trace scratch: click both ends, or one and Enter; it follows the scratch as wide as that is</source>
        <translation>描摹划痕：单击两端，或单击一端后按回车；按划痕的实际宽度沿其描摹</translation>
    </message>
    <message>
        <source>Suggested &amp;damage</source>
        <translation>建议的损伤(&amp;D)</translation>
    </message>
    <message>
        <source>Take or refuse damage that was found</source>
        <translation>接受或拒绝找到的损伤</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>修复画笔</translation>
    </message>
    <message>
        <source>Heal brush: repairs at once what you paint over, without a network</source>
        <translation>修复画笔：立即修复所涂抹之处，不使用网络</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>仿制画笔</translation>
    </message>
    <message>
        <source>Clone brush: Alt and a click say from where, then paint</source>
        <translation>仿制画笔：按住 Alt 单击指定来源，然后涂抹</translation>
    </message>
    <message>
        <source>Class &amp;paint</source>
        <translation>类别画笔(&amp;P)</translation>
    </message>
    <message>
        <source>Class brush: paint into the layout</source>
        <translation>类别画笔：在布局中绘制</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>填充(&amp;F)</translation>
    </message>
    <message>
        <source>Fill a region of the layout with a class</source>
        <translation>用某个类别填充布局中的区域</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>拾取指针下的类别</translation>
    </message>
    <message>
        <source>Class polygon: click corner by corner; Enter fills it with the class</source>
        <translation>类别多边形：逐点单击；回车用该类别填充</translation>
    </message>
    <message>
        <source>&amp;Smart edge</source>
        <translation>智能边缘(&amp;S)</translation>
    </message>
    <message>
        <source>Smart edge: draw roughly round a part; it goes to the photo&apos;s edges</source>
        <translation>智能边缘：粗略圈出一个部位，线条会贴合照片的边缘</translation>
    </message>
    <message>
        <source>Move par&amp;t</source>
        <translation>移动部位(&amp;T)</translation>
    </message>
    <message>
        <source>Move part: drag, scale or turn an eye, a brow, the mouth</source>
        <translation>移动部位：拖动、缩放或旋转眼睛、眉毛、嘴</translation>
    </message>
    <message>
        <source>Candidate br&amp;ush</source>
        <translation>候选画笔(&amp;U)</translation>
    </message>
    <message>
        <source>Candidate brush: take parts from the candidate in hand</source>
        <translation>候选画笔：从当前候选中选取部分</translation>
    </message>
    <message>
        <source>Face p&amp;oints</source>
        <translation>人脸关键点(&amp;O)</translation>
    </message>
    <message>
        <source>Drag the five points of the face</source>
        <translation>拖动人脸的五个关键点</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop: drag its handles, or a new one; what is left out stays in the scan</source>
        <translation>裁剪：拖动控制点，或拉出新的裁剪框；被排除的部分仍保留在扫描件中</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>Straighten: draw a line along something that should be level or upright</source>
        <translation>拉直：沿着本应水平或垂直的物体画一条线</translation>
    </message>
    <message>
        <source>&amp;Cursor: press or lift</source>
        <translation>光标：按下或抬起(&amp;C)</translation>
    </message>
    <message>
        <source>Use the tool by keyboard: show the cursor, press there, lift</source>
        <translation>用键盘使用工具：显示光标、按下、抬起</translation>
    </message>
    <message>
        <source>Press with Shift: a straight stroke from the last one&apos;s end, a square, a circle</source>
        <translation>按住 Shift 按下：从上一笔末端画直线、正方形、圆</translation>
    </message>
    <message>
        <source>Press the right button: take away, erase, paint background</source>
        <translation>按下右键：减去、擦除、绘制背景</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>增大画笔(&amp;G)</translation>
    </message>
    <message>
        <source>The brush&apos;s rim paints only what stands out</source>
        <translation>画笔边缘只涂抹突出的内容</translation>
    </message>
    <message>
        <source>More of the brush paints whatever is there</source>
        <translation>画笔的更大部分会涂抹一切内容</translation>
    </message>
    <message>
        <source>Put away all that was found; undo brings it back</source>
        <translation>收起所有找到的损伤；撤销可恢复</translation>
    </message>
    <message>
        <source>Look at the next candidate</source>
        <translation>查看下一个候选</translation>
    </message>
    <message>
        <source>Look at the candidate before</source>
        <translation>查看上一个候选</translation>
    </message>
    <message>
        <source>&amp;Flip between two candidates</source>
        <translation>在两个候选间切换(&amp;F)</translation>
    </message>
    <message>
        <source>Look at the other one of the two candidates that were looked at last</source>
        <translation>查看最近看过的两个候选中的另一个</translation>
    </message>
    <message>
        <source>&amp;Candidates side by side</source>
        <translation>并排显示候选(&amp;C)</translation>
    </message>
    <message>
        <source>All candidates of the chosen face at once, each as large as it can be</source>
        <translation>同时显示所选人脸的全部候选，每个尽可能大</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Begin with a photo as if nobody had worked on it</source>
        <translation>从一张照片重新开始，不使用以前的工作</translation>
    </message>
    <message>
        <source>Restore a fol&amp;der...</source>
        <translation>修复文件夹(&amp;D)...</translation>
    </message>
    <message>
        <source>Restore all photos of a folder that have a mask or a project, while you go on working</source>
        <translation>修复文件夹中所有带有蒙版或项目的照片，同时您可以继续工作</translation>
    </message>
    <message>
        <source>What an earlier window left behind unsaved, and what was discarded in the last 30 days</source>
        <translation>以前的窗口留下的未保存内容，以及最近 30 天内丢弃的内容</translation>
    </message>
    <message>
        <source>Save mask, layouts, candidates and result now; it is kept by itself as well</source>
        <translation>立即保存蒙版、布局、候选和结果；程序也会自动保存</translation>
    </message>
    <message>
        <source>Keep projects &amp;beside photos</source>
        <translation>将项目保存在照片旁边(&amp;B)</translation>
    </message>
    <message>
        <source>Where the project of a photo is kept by itself: beside the photo, or in the program&apos;s own folder</source>
        <translation>照片的项目自动保存的位置：照片旁边，或程序自己的文件夹</translation>
    </message>
    <message>
        <source>Save in &amp;layers...</source>
        <translation>以图层保存(&amp;L)...</translation>
    </message>
    <message>
        <source>Scan, patches, mask and layouts as layers of one file, for Krita, GIMP and others</source>
        <translation>将扫描件、修补、蒙版和布局作为一个文件的图层，供 Krita、GIMP 等使用</translation>
    </message>
    <message>
        <source>Colour what the network invented (orange), what mirror image (blue) and references lent, mixed by their shares, what was filled from its surroundings (yellow), and by hand (red)</source>
        <translation>用颜色标出网络虚构的部分（橙色）、镜像（蓝色）和参考照片借出的部分（按所占比例混合颜色）、由周围填充的部分（黄色）以及手动填充的部分（红色）</translation>
    </message>
    <message>
        <source>Sho&amp;w filmstrip</source>
        <translation>显示胶片条(&amp;W)</translation>
    </message>
    <message>
        <source>Next p&amp;anel</source>
        <translation>下一个面板(&amp;A)</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>吸管</translation>
    </message>
    <message>
        <source>Cl&amp;ass polygon</source>
        <translation>类别多边形(&amp;A)</translation>
    </message>
    <message>
        <source>Cursor: press with Shift</source>
        <translation>光标：按住 Shift 按下</translation>
    </message>
    <message>
        <source>Cursor: right butto&amp;n</source>
        <translation>光标：右键(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>减小画笔(&amp;M)</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>更软的画笔</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>更硬的画笔</translation>
    </message>
    <message>
        <source>Swap class and bac&amp;kground</source>
        <translation>交换类别与背景(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Find damage</source>
        <translation>查找损伤(&amp;F)</translation>
    </message>
    <message>
        <source>Find damage: look for scratches, creases, dust and tears</source>
        <translation>查找损伤：寻找划痕、折痕、灰尘和撕裂</translation>
    </message>
    <message>
        <source>&amp;Accept all suggestions</source>
        <translation>接受所有建议(&amp;A)</translation>
    </message>
    <message>
        <source>Put all suggestions that are shown and taken into the mask</source>
        <translation>将所有显示且选中的建议加入蒙版</translation>
    </message>
    <message>
        <source>&amp;Reject all suggestions</source>
        <translation>拒绝所有建议(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next class of damage</source>
        <translation>下一个损伤类别(&amp;N)</translation>
    </message>
    <message>
        <source>Paint as the next class of damage</source>
        <translation>用下一个损伤类别涂抹</translation>
    </message>
    <message>
        <source>Change c&amp;lass...</source>
        <translation>更改类别(&amp;L)...</translation>
    </message>
    <message>
        <source>Name, colour and treatment of the class in hand</source>
        <translation>当前类别的名称、颜色和处理方式</translation>
    </message>
    <message>
        <source>Add a class...</source>
        <translation>添加类别...</translation>
    </message>
    <message>
        <source>A class of damage of your own</source>
        <translation>自定义损伤类别</translation>
    </message>
    <message>
        <source>Remo&amp;ve class</source>
        <translation>删除类别(&amp;V)</translation>
    </message>
    <message>
        <source>The class in hand goes; what was painted in it is marked no more</source>
        <translation>当前类别将被删除，其涂抹内容不再标记</translation>
    </message>
    <message>
        <source>&amp;Clear mask</source>
        <translation>清除蒙版(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the mask, protected places too</source>
        <translation>清除蒙版，包括受保护的地方</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>反转蒙版(&amp;I)</translation>
    </message>
    <message>
        <source>Restore what is kept and keep what is restored</source>
        <translation>修复原本保留的，保留原本要修复的</translation>
    </message>
    <message>
        <source>&amp;Grow mask</source>
        <translation>扩展蒙版(&amp;G)</translation>
    </message>
    <message>
        <source>Grow the mask</source>
        <translation>扩展蒙版</translation>
    </message>
    <message>
        <source>&amp;Shrink mask</source>
        <translation>收缩蒙版(&amp;S)</translation>
    </message>
    <message>
        <source>Shrink the mask</source>
        <translation>收缩蒙版</translation>
    </message>
    <message>
        <source>S&amp;mooth mask</source>
        <translation>平滑蒙版(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the mask&apos;s outline; thin scratches stay</source>
        <translation>平滑蒙版轮廓；细划痕保留</translation>
    </message>
    <message>
        <source>Remove spec&amp;ks</source>
        <translation>去除小点(&amp;K)</translation>
    </message>
    <message>
        <source>Remove small specks from the mask</source>
        <translation>去除蒙版中的小点</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>填充孔洞(&amp;H)</translation>
    </message>
    <message>
        <source>Fill the mask&apos;s holes</source>
        <translation>填充蒙版中的孔洞</translation>
    </message>
    <message>
        <source>Im&amp;port mask...</source>
        <translation>导入蒙版(&amp;P)...</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is restored</source>
        <translation>从图片读取蒙版：白色部分将被修复</translation>
    </message>
    <message>
        <source>&amp;Export mask...</source>
        <translation>导出蒙版(&amp;E)...</translation>
    </message>
    <message>
        <source>Write the mask as a PNG, classes as greys: light is restored</source>
        <translation>将蒙版写为 PNG，类别为灰度：亮处将被修复</translation>
    </message>
    <message>
        <source>&amp;Find faces</source>
        <translation>查找人脸(&amp;F)</translation>
    </message>
    <message>
        <source>Look for faces again</source>
        <translation>重新查找人脸</translation>
    </message>
    <message>
        <source>&amp;Add a face</source>
        <translation>添加人脸(&amp;A)</translation>
    </message>
    <message>
        <source>Add a face: click its five points, or draw a box round it</source>
        <translation>添加人脸：单击五个关键点，或在周围拉一个框</translation>
    </message>
    <message>
        <source>&amp;Skip face</source>
        <translation>跳过人脸(&amp;S)</translation>
    </message>
    <message>
        <source>Leave the chosen face as it is</source>
        <translation>保持所选人脸原样</translation>
    </message>
    <message>
        <source>Face further &amp;up</source>
        <translation>人脸上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the chosen face up in the list</source>
        <translation>将所选人脸在列表中上移</translation>
    </message>
    <message>
        <source>Face further &amp;down</source>
        <translation>人脸下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the chosen face down in the list</source>
        <translation>将所选人脸在列表中下移</translation>
    </message>
    <message>
        <source>&amp;Remove face</source>
        <translation>移除人脸(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the chosen face</source>
        <translation>移除所选人脸</translation>
    </message>
    <message>
        <source>Add &amp;photographs of the person...</source>
        <translation>添加此人的照片(&amp;P)...</translation>
    </message>
    <message>
        <source>Let the chosen face borrow what is hidden from other photographs of the same person</source>
        <translation>让所选的脸从同一个人的其他照片中借用被遮住的部分</translation>
    </message>
    <message>
        <source>&amp;Look for the person in a folder...</source>
        <translation>在文件夹中查找此人(&amp;L)...</translation>
    </message>
    <message>
        <source>Find photographs in a folder that probably show the person of the chosen face</source>
        <translation>在文件夹中找出可能是所选的脸的那个人的照片</translation>
    </message>
    <message>
        <source>&amp;Predict layout</source>
        <translation>预测布局(&amp;P)</translation>
    </message>
    <message>
        <source>Predict what each part of the face is</source>
        <translation>预测人脸各部分是什么</translation>
    </message>
    <message>
        <source>&amp;Reset to the prediction</source>
        <translation>重置为预测结果(&amp;R)</translation>
    </message>
    <message>
        <source>Undo all painting in the layout</source>
        <translation>撤销布局中的所有绘制</translation>
    </message>
    <message>
        <source>Reset this &amp;class to the prediction</source>
        <translation>将此类别重置为预测结果(&amp;C)</translation>
    </message>
    <message>
        <source>Reset the class in hand to the prediction</source>
        <translation>将当前类别重置为预测结果</translation>
    </message>
    <message>
        <source>Mirror class to the ri&amp;ght half</source>
        <translation>将类别镜像到右半边(&amp;G)</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the left half of the picture to the right</source>
        <translation>将当前类别从画面左半边镜像到右半边</translation>
    </message>
    <message>
        <source>Mirror class to the le&amp;ft half</source>
        <translation>将类别镜像到左半边(&amp;F)</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the right half of the picture to the left</source>
        <translation>将当前类别从画面右半边镜像到左半边</translation>
    </message>
    <message>
        <source>Make the part larg&amp;er</source>
        <translation>放大部位(&amp;E)</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% larger</source>
        <translation>将选中的部位或当前类别的部位放大 5%</translation>
    </message>
    <message>
        <source>Make the part s&amp;maller</source>
        <translation>缩小部位(&amp;M)</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% smaller</source>
        <translation>将选中的部位或当前类别的部位缩小 5%</translation>
    </message>
    <message>
        <source>Show &amp;alternatives</source>
        <translation>显示备选布局(&amp;A)</translation>
    </message>
    <message>
        <source>Show other layouts that the damage allows</source>
        <translation>显示损伤允许的其他布局</translation>
    </message>
    <message>
        <source>&amp;Next alternative</source>
        <translation>下一个备选(&amp;N)</translation>
    </message>
    <message>
        <source>Work on with the next alternative</source>
        <translation>使用下一个备选继续</translation>
    </message>
    <message>
        <source>Pre&amp;vious alternative</source>
        <translation>上一个备选(&amp;V)</translation>
    </message>
    <message>
        <source>Work on with the alternative before</source>
        <translation>使用上一个备选继续</translation>
    </message>
    <message>
        <source>Show &amp;uncertainty</source>
        <translation>显示不确定度(&amp;U)</translation>
    </message>
    <message>
        <source>Show where the prediction is unsure; what you edit counts as sure</source>
        <translation>显示预测不确定之处；手动编辑处视为确定</translation>
    </message>
    <message>
        <source>L&amp;ive preview</source>
        <translation>实时预览(&amp;I)</translation>
    </message>
    <message>
        <source>Live preview: paint the texture anew around every edit</source>
        <translation>实时预览：每次编辑后重新绘制周围的纹理</translation>
    </message>
    <message>
        <source>&amp;Load layout...</source>
        <translation>载入布局(&amp;L)...</translation>
    </message>
    <message>
        <source>Read the layout from a PNG</source>
        <translation>从 PNG 读取布局</translation>
    </message>
    <message>
        <source>&amp;Save layout...</source>
        <translation>保存布局(&amp;S)...</translation>
    </message>
    <message>
        <source>Write the layout as an indexed PNG</source>
        <translation>将布局写为索引 PNG</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation>修复蒙版覆盖的内容</translation>
    </message>
    <message>
        <source>Make &amp;more candidates</source>
        <translation>生成更多候选(&amp;M)</translation>
    </message>
    <message>
        <source>Make more versions of the chosen face, one after the other</source>
        <translation>依次生成所选人脸的更多候选</translation>
    </message>
    <message>
        <source>&amp;Use candidate</source>
        <translation>使用候选(&amp;U)</translation>
    </message>
    <message>
        <source>Use the candidate in hand for the chosen part of the face</source>
        <translation>将当前候选用于人脸的所选部位</translation>
    </message>
    <message>
        <source>&amp;Next candidate</source>
        <translation>下一个候选(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous candidate</source>
        <translation>上一个候选(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Redo this face</source>
        <translation>重新生成此人脸(&amp;R)</translation>
    </message>
    <message>
        <source>Make another version of the chosen face alone</source>
        <translation>仅为所选人脸生成另一个候选</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>How everything is done, with pictures, and what the networks cannot do</source>
        <translation>图文说明所有操作，以及网络的局限</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Three steps on a sample portrait: paint, look at the layout, generate</source>
        <translation>在示例人像上体验三个步骤：涂抹、查看布局、生成</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Where the program writes what went wrong</source>
        <translation>程序记录错误的位置</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>检查此安装(&amp;C)</translation>
    </message>
    <message>
        <source>Whether networks, memory, folders and file types are as they should be, and what to do if not</source>
        <translation>网络、内存、文件夹和文件类型是否正常，以及不正常时该怎么办</translation>
    </message>
    <message>
        <source>Crash &amp;reports</source>
        <translation>崩溃报告(&amp;R)</translation>
    </message>
    <message>
        <source>What was written down when the program failed; it is sent to nobody</source>
        <translation>程序出错时记录的内容；不会发送给任何人</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>{action}: {label}</source>
        <translation>{action}：{label}</translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>备选布局</translation>
    </message>
    <message>
        <source>Alternative {number}</source>
        <translation>备选 {number}</translation>
    </message>
    <message>
        <source>Another layout that the damage allows; click to work on with it</source>
        <translation>损伤允许的另一种布局；单击以使用它继续</translation>
    </message>
    <message>
        <source>The best guess; click to work on with it</source>
        <translation>最佳预测；单击以使用它继续</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Not now</source>
        <translation>现在不行</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Main bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>其他工具</translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message numerus="yes">
        <source>%n places.</source>
        <translation>
            <numerusform>%n 处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Reason, notes</source>
        <translation>原因、说明</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waits for its mask</source>
        <translation>等待蒙版</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>正在查找损伤</translation>
    </message>
    <message>
        <source>Mask made</source>
        <translation>已生成蒙版</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>修复中</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Done before</source>
        <translation>先前已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>待审阅</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>谨慎使用</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已否决</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>批处理的照片</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Restore a folder</source>
        <translation>修复文件夹</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>The folder of the photos to restore</source>
        <translation>要修复的照片所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>Where results, records and the report go</source>
        <translation>结果、记录和报告的存放位置</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>蒙版(&amp;M)</translation>
    </message>
    <message>
        <source>A folder of masks by the photos&apos; names; empty: &lt;photo&gt;_mask beside each</source>
        <translation>按照片名称存放蒙版的文件夹；留空：每张照片旁的 &lt;照片&gt;_mask</translation>
    </message>
    <message>
        <source>Names of the results</source>
        <translation>结果的名称</translation>
    </message>
    <message>
        <source>{stem}: the photo&apos;s name, {number}: counted, {date}: today, {restorer}: the way to restore. The ending is added. A result that is there keeps its name.</source>
        <translation>{stem}：照片的名称，{number}：编号，{date}：今天的日期，{restorer}：修复方式。扩展名会自动加上。已有的结果保留原来的名称。</translation>
    </message>
    <message>
        <source>Folders &amp;below too</source>
        <translation>包括子文件夹(&amp;B)</translation>
    </message>
    <message>
        <source>Use pro&amp;jects of the photos</source>
        <translation>使用照片的项目(&amp;J)</translation>
    </message>
    <message>
        <source>With their mask, layouts, references and choices, as you saved them: beside the photo, or in the program&apos;s own folder where the photo&apos;s may not be written</source>
        <translation>包括您保存的蒙版、布局、参考和选择：位于照片旁边；照片的文件夹无法写入时，位于程序自己的文件夹</translation>
    </message>
    <message>
        <source>&amp;Overwrite all earlier results</source>
        <translation>覆盖所有先前的结果(&amp;O)</translation>
    </message>
    <message>
        <source>Without it only what is new or changed is restored</source>
        <translation>否则只修复新的或有变化的照片</translation>
    </message>
    <message>
        <source>Try a&amp;gain what failed</source>
        <translation>重试失败的(&amp;G)</translation>
    </message>
    <message>
        <source>Go on watc&amp;hing the folder</source>
        <translation>继续监视文件夹(&amp;H)</translation>
    </message>
    <message>
        <source>When all is done, photos and masks that arrive are restored too, and again when they change, until you stop it</source>
        <translation>全部完成后，新到的照片和蒙版也会被修复，更改后会再次修复，直到您停止</translation>
    </message>
    <message>
        <source>Photos without a mask</source>
        <translation>没有蒙版的照片</translation>
    </message>
    <message>
        <source>What is found is a guess: make the masks first and look at them, or review every result</source>
        <translation>找到的只是推测：请先生成蒙版并查看，或审阅每个结果</translation>
    </message>
    <message>
        <source>Leave photos without a mask</source>
        <translation>跳过没有蒙版的照片</translation>
    </message>
    <message>
        <source>Find damage: only what is certain</source>
        <translation>查找损伤：仅确定的</translation>
    </message>
    <message>
        <source>Find damage: usual caution</source>
        <translation>查找损伤：通常谨慎</translation>
    </message>
    <message>
        <source>Find damage: all</source>
        <translation>查找损伤：全部</translation>
    </message>
    <message>
        <source>Ma&amp;ke masks</source>
        <translation>生成蒙版(&amp;K)</translation>
    </message>
    <message>
        <source>Writes a mask of what looks damaged for each photo without one, to be looked at first</source>
        <translation>为每张没有蒙版的照片写入看起来有损伤之处的蒙版，供先行查看</translation>
    </message>
    <message>
        <source>The same damage at one place of many scans: say once whether it is any</source>
        <translation>许多扫描件同一位置的相同损伤：请确认一次是否为损伤</translation>
    </message>
    <message>
        <source>Enter or a double click opens the photo in the editor</source>
        <translation>按 Enter 或双击可在编辑器中打开照片</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审阅人</translation>
    </message>
    <message>
        <source>Who gives the verdicts: it stands in the record of each result</source>
        <translation>给出判断的人：会写入每个结果的记录</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>谨慎使用</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>&amp;List photos</source>
        <translation>列出照片(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Sho&amp;w report</source>
        <translation>显示报告(&amp;W)</translation>
    </message>
    <message>
        <source>Key in the table: {key}</source>
        <translation>表格中的按键：{key}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>审阅人(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Decide on repeated places ({count})</source>
        <translation>决定重复之处 ({count})(&amp;D)</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>List the photos to see what would be done, or start.</source>
        <translation>列出照片以查看将要做什么，或直接开始。</translation>
    </message>
    <message>
        <source>Choose the folder of the photos, and where the results go.</source>
        <translation>请选择照片文件夹以及结果的存放位置。</translation>
    </message>
    <message>
        <source>Looking through the folder ...</source>
        <translation>正在查看文件夹 ...</translation>
    </message>
    <message>
        <source>Stopping after the photos that are under way ...</source>
        <translation>处理完进行中的照片后停止 ...</translation>
    </message>
    <message>
        <source>Stopping after the present step ...</source>
        <translation>当前步骤完成后停止 ...</translation>
    </message>
    <message>
        <source>Paused; what arrives waits. {counts}</source>
        <translation>已暂停；新到的照片在等待。{counts}</translation>
    </message>
    <message>
        <source>Watching. {counts}</source>
        <translation>正在监视。{counts}</translation>
    </message>
    <message>
        <source>Paused. {done} of {count} done.</source>
        <translation>已暂停。已完成 {done}/{count}。</translation>
    </message>
    <message>
        <source>Putting the answers into the masks ...</source>
        <translation>正在把回答写入蒙版 ...</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project; damage is looked for in {found}.</source>
        <translation>{count} 张照片中有 {waiting} 张有蒙版或项目；将在 {found} 张中查找损伤。</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project.</source>
        <translation>{count} 张照片中有 {waiting} 张带有蒙版或项目。</translation>
    </message>
    <message>
        <source>{restored} restored, {failed} failed, {skipped} skipped, {waiting} not begun.</source>
        <translation>已修复 {restored} 张，失败 {failed} 张，跳过 {skipped} 张，未开始 {waiting} 张。</translation>
    </message>
    <message>
        <source>Looking for damage: {done} of {count} photos.</source>
        <translation>正在查找损伤：{count} 张照片中的 {done} 张。</translation>
    </message>
    <message>
        <source>{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting.</source>
        <translation>新到 {arrived} 张。已修复 {restored}，失败 {failed}，进行中 {under_way}，等待 {rest}。</translation>
    </message>
    <message>
        <source>{done} of {count} done.</source>
        <translation>已完成 {done}/{count}。</translation>
    </message>
    <message>
        <source>About {n} s left.</source>
        <translation>大约还需 {n} 秒。</translation>
    </message>
    <message>
        <source>About {n} min left.</source>
        <translation>大约还需 {n} 分钟。</translation>
    </message>
    <message>
        <source>About {n} h left.</source>
        <translation>大约还需 {n} 小时。</translation>
    </message>
</context>
<context>
    <name>BrushPage</name>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>偏硬</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the photo; Ctrl and the wheel change it too</source>
        <translation>画笔直径（照片像素）；也可用 Ctrl 加滚轮调整</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>画笔大小（像素）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬度</translation>
    </message>
    <message>
        <source>How much of the brush paints whatever is there; its rim paints only what stands out from the photo</source>
        <translation>画笔有多大部分涂抹一切内容；其边缘只涂抹从照片中突出的内容</translation>
    </message>
    <message>
        <source>How much of the brush copies in full; its rim fades into the photo</source>
        <translation>画笔有多大部分完整复制；其边缘逐渐融入照片</translation>
    </message>
    <message>
        <source>Pen pressure sets the size</source>
        <translation>笔压控制大小</translation>
    </message>
    <message>
        <source>A pen that presses less paints a thinner line</source>
        <translation>轻压时线条更细</translation>
    </message>
    <message>
        <source>How pressure becomes size</source>
        <translation>压力如何转换为大小</translation>
    </message>
    <message>
        <source>Soft: a light touch paints broadly. Firm: only a strong one does. Linear: in between</source>
        <translation>柔和：轻触即可画得宽。偏硬：用力才宽。线性：介于两者之间</translation>
    </message>
    <message>
        <source>Source goes along</source>
        <translation>来源随画笔移动</translation>
    </message>
    <message>
        <source>The place to copy from keeps its distance to the brush; else each stroke begins there anew</source>
        <translation>复制来源与画笔保持固定距离；否则每一笔都从该处重新开始</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>Candidates side by side</source>
        <translation>并排的候选</translation>
    </message>
    <message>
        <source>Arrow keys and numbers take a candidate in hand, Enter uses it, Esc goes back to the photo.</source>
        <translation>方向键和数字键选取候选，回车键使用，Esc 返回照片。</translation>
    </message>
    <message>
        <source>seed {seed}, in use</source>
        <translation>种子 {seed}，使用中</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
</context>
<context>
    <name>CandidateSelection</name>
    <message>
        <source>Use candidate {seed}</source>
        <translation>使用候选 {seed}</translation>
    </message>
    <message>
        <source>Use candidate {seed}: {part}</source>
        <translation>使用候选 {seed}：{part}</translation>
    </message>
    <message>
        <source>Brush candidate {seed}</source>
        <translation>涂抹候选 {seed}</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
</context>
<context>
    <name>CandidatesBar</name>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Versions of the chosen face appear here when it is restored.</source>
        <translation>修复后，所选人脸的候选会显示在这里。</translation>
    </message>
    <message>
        <source>How many more candidates</source>
        <translation>更多候选的数量</translation>
    </message>
    <message>
        <source>How many more candidates are made, one after the other</source>
        <translation>依次再生成多少个候选</translation>
    </message>
    <message>
        <source>Point at a version of the chosen face to see it in the photo; Enter uses one</source>
        <translation>指向所选人脸的一个版本即可在照片中查看；按回车键使用</translation>
    </message>
    <message>
        <source>How much of the restoration is used for this part; at 0% it keeps the photo&apos;s own pixels</source>
        <translation>此部位采用多少修复结果；0% 时保留照片原有像素</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>How strong the fine detail is that a painted face borrows from visible skin and hair of the same photo, where the photo is finer than the networks paint; at 0% it has grain only</source>
        <translation>照片比网络所绘更精细时，绘制的面部从同一照片中可见的皮肤和头发借用的细节的强度；0% 时只有颗粒</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Results of this photo: Enter or a double click returns to one</source>
        <translation>此照片的结果：回车或双击返回某个结果</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>已有结果</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}</source>
        <translation>候选 {number}，种子 {seed}</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}, in use</source>
        <translation>候选 {number}，种子 {seed}，使用中</translation>
    </message>
    <message>
        <source>Make more</source>
        <translation>生成更多</translation>
    </message>
    <message>
        <source>{distance} away from the candidate in use</source>
        <translation>与正在使用的候选距离 {distance}</translation>
    </message>
    <message>
        <source>Result {number}, seed {seed}</source>
        <translation>结果 {number}，种子 {seed}</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>The photo with its mask and layout. Arrow keys move the view, or the cursor of the tools.</source>
        <translation>带有蒙版和布局的照片。方向键移动视图或工具光标。</translation>
    </message>
</context>
<context>
    <name>CloneTool</name>
    <message>
        <source>Hold Alt and click there, or use the right button. Then paint.</source>
        <translation>按住 Alt 单击该处，或使用右键。然后涂抹。</translation>
    </message>
    <message>
        <source>Choose first where to copy from</source>
        <translation>请先选择复制来源</translation>
    </message>
    <message>
        <source>What lies there is still to be repaired, or beyond the photo; or what is under the brush is protected.</source>
        <translation>该处仍待修复，或位于照片之外；或者画笔下的内容受保护。</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>没有复制任何内容</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>替我完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Original beside the result</source>
        <translation>结果旁的原图</translation>
    </message>
    <message>
        <source>The original; the result is beside it</source>
        <translation>原图；结果在旁边</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>A report of it was written. It is sent to nobody; you may look at it, and send it.</source>
        <translation>已写下一份相关报告。它不会发送给任何人；您可以查看并自行发送。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly before</source>
        <translation>程序上次意外结束</translation>
    </message>
    <message>
        <source>Your work is still here; save it. The log has the details (Help menu). {error}</source>
        <translation>您的工作仍在，请保存。日志中有详细信息（帮助菜单）。{error}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>发生了意外情况</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>显示报告</translation>
    </message>
</context>
<context>
    <name>CrashReportsDialog</name>
    <message>
        <source>Crash reports</source>
        <translation>崩溃报告</translation>
    </message>
    <message>
        <source>This is all that a report holds: no picture, and nothing by which you or your files are called. It is sent to nobody; you may copy it into a message, or save it and send it.</source>
        <translation>报告的全部内容就是这些：没有图片，也没有您或您文件的名称。它不会发送给任何人；您可以将其复制到消息中，或保存后发送。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>报告文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No report is kept.</source>
        <translation>没有保存的报告。</translation>
    </message>
    <message>
        <source>This report cannot be read.</source>
        <translation>无法读取此报告。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report cannot be saved there ({reason}).</source>
        <translation>报告无法保存到该处（{reason}）。</translation>
    </message>
</context>
<context>
    <name>DamageClassDialog</name>
    <message>
        <source>Add a class of damage</source>
        <translation>添加损伤类别</translation>
    </message>
    <message>
        <source>Change a class of damage</source>
        <translation>更改损伤类别</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Treatment</source>
        <translation>处理方式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Another class has this name.</source>
        <translation>另一个类别已使用此名称。</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>类别的颜色</translation>
    </message>
</context>
<context>
    <name>DamageClassEdits</name>
    <message>
        <source>Change treatment</source>
        <translation>更改处理方式</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>更改类别</translation>
    </message>
    <message>
        <source>Remove one that is not needed first.</source>
        <translation>请先删除一个不需要的类别。</translation>
    </message>
    <message>
        <source>The mask has no room for another class</source>
        <translation>蒙版无法再容纳更多类别</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>It is what the white of a plain mask means. Give it another treatment instead.</source>
        <translation>它对应普通蒙版中的白色。请改为更改其处理方式。</translation>
    </message>
    <message>
        <source>Plain damage stays</source>
        <translation>普通损伤类别保留</translation>
    </message>
    <message>
        <source>What was painted as {name} is marked no more. Undo brings it back.</source>
        <translation>涂抹为“{name}”的内容不再标记。撤销可恢复。</translation>
    </message>
    <message>
        <source>Class removed</source>
        <translation>类别已删除</translation>
    </message>
</context>
<context>
    <name>DamageClasses</name>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>filled without a network</source>
        <translation>不用网络填充</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>不处理</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Fill without a network</source>
        <translation>不用网络填充</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Stays as it is for now; tools may paint over it.</source>
        <translation>暂时保持原样；工具可以覆盖。</translation>
    </message>
    <message>
        <source>Stays as it is, bit for bit, whatever is done; tools leave it alone.</source>
        <translation>无论如何都逐位保持原样；工具不会触及。</translation>
    </message>
    <message>
        <source>Continued from its surroundings, inside a face too; no network invents anything.</source>
        <translation>由周围内容延续，人脸内部也是如此；网络不生成任何内容。</translation>
    </message>
    <message>
        <source>Painted by the networks inside a face, continued from its surroundings elsewhere.</source>
        <translation>人脸内由网络绘制，其他地方由周围内容延续。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Original, do not repair</source>
        <translation>原件，不修复</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>灰尘</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>划痕</translation>
    </message>
    <message>
        <source>Crease</source>
        <translation>折痕</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>污渍</translation>
    </message>
    <message>
        <source>Torn or missing</source>
        <translation>撕裂或缺失</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损伤</translation>
    </message>
</context>
<context>
    <name>DamageSearch</name>
    <message>
        <source>A network is missing</source>
        <translation>缺少一个网络</translation>
    </message>
    <message>
        <source>No damage was found</source>
        <translation>未找到损伤</translation>
    </message>
    <message>
        <source>Places that are suggested and not in the mask yet: {count}.</source>
        <translation>已建议但尚未加入蒙版的位置：{count}。</translation>
    </message>
    <message>
        <source>Accept them and go on</source>
        <translation>接受并继续</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>不接受，继续</translation>
    </message>
    <message>
        <source>There are suggestions</source>
        <translation>有建议的损伤</translation>
    </message>
    <message>
        <source>Nothing stands out as scratch, crease, dust, stain or tear.</source>
        <translation>没有发现明显的划痕、折痕、灰尘、污渍或撕裂。</translation>
    </message>
    <message>
        <source>The infrared channel of this scan</source>
        <translation>此扫描件的红外通道</translation>
    </message>
    <message>
        <source>It was used to find damage. What it shows is the surest of the suggestions.</source>
        <translation>已用于查找损伤。它所显示的是最可靠的建议。</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Before</source>
        <translation>修复前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修复后</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Stacked panels</source>
        <translation>叠放的面板</translation>
    </message>
</context>
<context>
    <name>DocumentEdits</name>
    <message>
        <source>Add face</source>
        <translation>添加人脸</translation>
    </message>
    <message>
        <source>Skip face</source>
        <translation>跳过人脸</translation>
    </message>
    <message>
        <source>Restore face</source>
        <translation>修复人脸</translation>
    </message>
    <message>
        <source>Reorder faces</source>
        <translation>重新排列人脸</translation>
    </message>
    <message>
        <source>Move face</source>
        <translation>移动人脸</translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation>移除人脸</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>移动：{name}</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>绘制：{name}</translation>
    </message>
    <message>
        <source>Fill with {name}</source>
        <translation>填充：{name}</translation>
    </message>
    <message>
        <source>Predict layout</source>
        <translation>预测布局</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Load layout</source>
        <translation>载入布局</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>画笔笔触</translation>
    </message>
    <message>
        <source>Eraser stroke</source>
        <translation>橡皮擦笔触</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>添加参考照片</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>移除参考照片</translation>
    </message>
    <message>
        <source>Parts lent by {file}</source>
        <translation>{file} 借出的部分</translation>
    </message>
    <message>
        <source>Mask of {file}</source>
        <translation>{file} 的蒙版</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Show the scan as it lies</source>
        <translation>按扫描件原样显示</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>仿制</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>去除</translation>
    </message>
</context>
<context>
    <name>DropAreas</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look for this person in the folder</source>
        <translation>在该文件夹中查找此人</translation>
    </message>
    <message>
        <source>Another photograph of this person</source>
        <translation>此人的另一张照片</translation>
    </message>
    <message>
        <source>Further photographs of this person</source>
        <translation>此人的更多照片</translation>
    </message>
</context>
<context>
    <name>EndNotice</name>
    <message>
        <source>It did not work</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A JPEG is at most {side} pixels wide and high.</source>
        <translation>JPEG 的宽和高最多为 {side} 像素。</translation>
    </message>
    <message>
        <source>A Ray cluster gives out no device {name}.</source>
        <translation>Ray 集群不分配设备 {name}。</translation>
    </message>
    <message>
        <source>A WebP is at most {side} pixels wide and high.</source>
        <translation>WebP 的宽和高最多为 {side} 像素。</translation>
    </message>
    <message>
        <source>A batch cannot be driven through {address}.</source>
        <translation>无法通过 {address} 驱动批处理。</translation>
    </message>
    <message>
        <source>A block of metadata in the file is damaged; it was left out.</source>
        <translation>文件中有一块元数据已损坏，已略去。</translation>
    </message>
    <message>
        <source>A brace is open, or closed twice.</source>
        <translation>有一个花括号没有闭合，或多闭合了一次。</translation>
    </message>
    <message>
        <source>A closer look around the mask found faces that were not seen in the whole photo: {count}. Check that each of them is a face.</source>
        <translation>在蒙版周围放大查看时，又找到了在整张照片中没有看到的人脸：{count} 个。请检查它们是否都是人脸。</translation>
    </message>
    <message>
        <source>A computer of the Ray cluster could not start a worker ({reason}).</source>
        <translation>Ray 集群中的一台计算机无法启动工作进程（{reason}）。</translation>
    </message>
    <message>
        <source>A file of this name exists.</source>
        <translation>已存在同名文件。</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold {sign} everywhere.</source>
        <translation>并非所有系统都允许文件名中包含 {sign}。</translation>
    </message>
    <message>
        <source>A layout has the classes 0 to {last}.</source>
        <translation>布局的类别为 0 到 {last}。</translation>
    </message>
    <message>
        <source>A layout is an indexed, grey or RGB PNG.</source>
        <translation>布局应为索引、灰度或 RGB 的 PNG。</translation>
    </message>
    <message>
        <source>A layout is saved as PNG.</source>
        <translation>布局应保存为 PNG。</translation>
    </message>
    <message>
        <source>A mask is saved as PNG.</source>
        <translation>蒙版应保存为 PNG。</translation>
    </message>
    <message>
        <source>A name that begins or ends with a dot is hidden, or cut off, on some systems.</source>
        <translation>以点开头或结尾的名称在某些系统上会被隐藏或截断。</translation>
    </message>
    <message>
        <source>A network cannot be loaded</source>
        <translation>无法载入网络</translation>
    </message>
    <message>
        <source>A network is not installed</source>
        <translation>有网络未安装</translation>
    </message>
    <message>
        <source>A network paints all that is masked, in faces and beside them, from the photo around it, and follows no layout.</source>
        <translation>由一个网络根据周围的照片绘制所有遮罩区域，无论在人脸内还是人脸外；它不遵循布局。</translation>
    </message>
    <message>
        <source>A network&apos;s file is damaged</source>
        <translation>网络文件已损坏</translation>
    </message>
    <message>
        <source>A pack is for the program that was installed as a package, without PyTorch.</source>
        <translation>显卡包用于以安装包安装、不含 PyTorch 的程序。</translation>
    </message>
    <message>
        <source>A place is confirmed by neither yes nor no, nor left at ask.</source>
        <translation>有一处既未以 yes 或 no 确认，也未保留为 ask。</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}.</source>
        <translation>项目的名称以 {suffix} 结尾。</translation>
    </message>
    <message>
        <source>A text in the file is damaged; the picture is not.</source>
        <translation>文件中有一段文字已损坏，图片未受影响。</translation>
    </message>
    <message>
        <source>All names for the project are taken.</source>
        <translation>该项目的所有名称都已被占用。</translation>
    </message>
    <message>
        <source>All that is to be restored is protected, so nothing was changed.</source>
        <translation>所有要修复的内容都受保护，因此没有任何改动。</translation>
    </message>
    <message>
        <source>All works, more slowly. With a newer driver, try it again: facerestore doctor --probe.</source>
        <translation>一切可用，只是较慢。更新驱动程序后可再试：facerestore doctor --probe。</translation>
    </message>
    <message>
        <source>Allow it to be compressed, or save it as PNG or TIFF.</source>
        <translation>请允许压缩，或另存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Allow its user to, or choose another output folder.</source>
        <translation>请为其用户授予权限，或选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>An aligned crop is square; this picture is {width} x {height} pixels.</source>
        <translation>对齐的裁切应为正方形；此图片为 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>Another seed gives another candidate.</source>
        <translation>换一个种子会得到另一个候选。</translation>
    </message>
    <message>
        <source>Ask for fewer cores, wait until other work on the cluster is done, or see what &apos;ray status&apos; says.</source>
        <translation>请减少所需核心数，等待集群上的其他工作完成，或查看 “ray status” 的输出。</translation>
    </message>
    <message>
        <source>Ask its owner, or make a copy that belongs to you.</source>
        <translation>请询问其所有者，或制作一份属于自己的副本。</translation>
    </message>
    <message>
        <source>Build it again.</source>
        <translation>请重新构建。</translation>
    </message>
    <message>
        <source>By its points the mouth lies above the eyes, so the face was taken to be upside down.</source>
        <translation>按各点的位置，嘴在眼睛上方，因此已将人脸视为倒放。</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 线程</translation>
    </message>
    <message>
        <source>Check its name, and whether its disk is connected.</source>
        <translation>请检查名称，以及磁盘是否已连接。</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>Check the disk, and copy the file elsewhere.</source>
        <translation>请检查磁盘，并将文件复制到别处。</translation>
    </message>
    <message>
        <source>Check the disk, or move the infrared file away from the scan.</source>
        <translation>请检查磁盘，或把红外文件移到扫描件以外的位置。</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <source>Chinese letters</source>
        <translation>中文字符</translation>
    </message>
    <message>
        <source>Choose --device auto or --device cpu.</source>
        <translation>请选择 --device auto 或 --device cpu。</translation>
    </message>
    <message>
        <source>Choose --device auto, or install PyTorch.</source>
        <translation>请选择 --device auto，或安装 PyTorch。</translation>
    </message>
    <message>
        <source>Choose a folder of weights with one network for each task.</source>
        <translation>请选择每项任务只有一个网络的权重文件夹。</translation>
    </message>
    <message>
        <source>Choose a photograph that shows the person&apos;s face larger or more from the front, or leave it out.</source>
        <translation>请选择能更大或更正面显示此人面部的照片，或去掉这张照片。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请选择更短的名称。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>请为结果选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>请选择其他名称或文件夹。</translation>
    </message>
    <message>
        <source>Choose another name, or add --overwrite.</source>
        <translation>请选择其他名称，或添加 --overwrite。</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be overwritten.</source>
        <translation>请选择其他名称，或允许覆盖。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>请选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>Choose another way to restore, or install PyTorch.</source>
        <translation>请选择其他修复方式，或安装 PyTorch。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请选择其他。</translation>
    </message>
    <message>
        <source>Choose other names or another output folder; a photo is never written over.</source>
        <translation>请选择其他名称或其他输出文件夹；照片绝不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose the project of this photograph, or a mask file.</source>
        <translation>请选择这张照片的项目或一个蒙版文件。</translation>
    </message>
    <message>
        <source>Chooses one of the ways that are installed, by damage and faces of each photo, and says why.</source>
        <translation>根据每张照片的损伤和人脸，从已安装的方式中选择一种，并说明原因。</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>按损伤选择</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close other programs before you restore large photos.</source>
        <translation>修复大照片前请先关闭其他程序。</translation>
    </message>
    <message>
        <source>Close other programs, allow this one more memory, or open a smaller copy of the photo.</source>
        <translation>请关闭其他程序、允许本程序使用更多内存，或打开该照片较小的副本。</translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller copy of it.</source>
        <translation>请关闭其他程序，或打开较小的副本。</translation>
    </message>
    <message>
        <source>Close other programs, or use --device cpu.</source>
        <translation>请关闭其他程序，或使用 --device cpu。</translation>
    </message>
    <message>
        <source>Compared with {files}: it is doubtful that this is the same person (distance {distance}, doubtful from {limit}, another person from {unlike}).</source>
        <translation>与 {files} 比较：是否为同一个人存疑（距离 {distance}，{limit} 起存疑，{unlike} 起视为另一个人）。</translation>
    </message>
    <message>
        <source>Compared with {files}: nothing speaks against the same person (distance {distance}, limit {limit}).</source>
        <translation>与 {files} 比较：没有发现不是同一个人的迹象（距离 {distance}，界限 {limit}）。</translation>
    </message>
    <message>
        <source>Compared with {files}: restored, the face is less like the person than what was visible of it (further away by {away}, limit {away_limit}; distance {distance}).</source>
        <translation>与 {files} 比较：修复后的人脸比原来可见的部分更不像此人（距离增加 {away}，界限 {away_limit}；距离 {distance}）。</translation>
    </message>
    <message>
        <source>Compared with {files}: what was painted is less like the person than it may be (by {strangeness}, limit {strange_limit}; distance of the whole face {distance}).</source>
        <translation>与 {files} 比较：补绘的部分与本人的相似程度低于允许值（{strangeness}，限值 {strange_limit}；整张脸的距离 {distance}）。</translation>
    </message>
    <message>
        <source>Convert it to RGB in the program it comes from; that needs its printing profile.</source>
        <translation>请在来源程序中转换为 RGB；这需要其印刷配置文件。</translation>
    </message>
    <message>
        <source>Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it.</source>
        <translation>请在制作它的程序中转换为每通道 8 或 16 位的 RGB 或灰度。</translation>
    </message>
    <message>
        <source>Convert it to RGB with 8 bits per channel.</source>
        <translation>请转换为每通道 8 位的 RGB。</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>请重新复制或下载。</translation>
    </message>
    <message>
        <source>Count from its top left corner.</source>
        <translation>请从左上角开始计数。</translation>
    </message>
    <message>
        <source>Create it, or choose another folder.</source>
        <translation>请创建该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Cut out the portrait, and open that.</source>
        <translation>请裁出人像后打开。</translation>
    </message>
    <message>
        <source>Damage lies in a face, and no network that paints faces is installed.</source>
        <translation>损伤位于面部，而没有安装绘制面部的网络。</translation>
    </message>
    <message>
        <source>Develop it to a TIFF or PNG first.</source>
        <translation>请先冲洗为 TIFF 或 PNG。</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Export it anew, or save it without its texts to use it as a plain mask.</source>
        <translation>请重新导出，或去掉其中的文本信息后保存，作为普通蒙版使用。</translation>
    </message>
    <message>
        <source>Export the networks again (facerestore models export-onnx).</source>
        <translation>请重新导出网络（facerestore models export-onnx）。</translation>
    </message>
    <message>
        <source>Exporting needs the packages onnx and onnxscript.</source>
        <translation>导出需要 onnx 和 onnxscript 软件包。</translation>
    </message>
    <message>
        <source>Face {number}: {words}</source>
        <translation>人脸 {number}：{words}</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>按先验的人脸 (ISFRNet)</translation>
    </message>
    <message>
        <source>Faces by layout</source>
        <translation>按布局修复面部</translation>
    </message>
    <message>
        <source>File types</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Find the damage of its photo again.</source>
        <translation>请重新查找该照片的损伤。</translation>
    </message>
    <message>
        <source>For example {stem}_restored or {number}_{stem}; known are {stem}, {number}, {date}, {restorer} and, at the end, .{ext}.</source>
        <translation>例如 {stem}_restored 或 {number}_{stem}；可用的有 {stem}、{number}、{date}、{restorer}，以及末尾的 .{ext}。</translation>
    </message>
    <message>
        <source>Free some room on this disk: what is not saved yet is kept there.</source>
        <translation>请在此磁盘上腾出空间：尚未保存的内容存放在那里。</translation>
    </message>
    <message>
        <source>Free some space, or save it elsewhere.</source>
        <translation>请腾出一些空间，或保存到别处。</translation>
    </message>
    <message>
        <source>Free some space, or save to another disk.</source>
        <translation>请释放空间，或保存到其他磁盘。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请腾出一些空间。</translation>
    </message>
    <message>
        <source>From the album were taken, best first (distance): {files}.</source>
        <translation>从相册中采用的照片，最佳在前（距离）：{files}。</translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation>请重新生成。</translation>
    </message>
    <message>
        <source>Give it a name that ends in .ora (OpenRaster) or .tif.</source>
        <translation>请使用以 .ora（OpenRaster）或 .tif 结尾的名称。</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png, .tif, .webp or .jpg.</source>
        <translation>请使用以 .png、.tif、.webp 或 .jpg 结尾的名称。</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png.</source>
        <translation>请使用以 .png 结尾的名称。</translation>
    </message>
    <message>
        <source>Give it such a name.</source>
        <translation>请使用这样的名称。</translation>
    </message>
    <message>
        <source>Give yourself the right to write there.</source>
        <translation>请授予自己在该处写入的权限。</translation>
    </message>
    <message>
        <source>Good for comparing: another network&apos;s idea of the same face.</source>
        <translation>适合比较：另一个网络对同一张脸的设想。</translation>
    </message>
    <message>
        <source>Good for damage that reaches from a face into hair, clothes or background, at any shape of photo.</source>
        <translation>适合从人脸延伸到头发、衣服或背景的损伤，照片形状不限。</translation>
    </message>
    <message>
        <source>Good for faces of which an eye, the mouth or more is hidden, and for scratches across them.</source>
        <translation>适合眼睛、嘴或更多部分被遮住的人脸，以及横过人脸的划痕。</translation>
    </message>
    <message>
        <source>Good for folders of mixed photos, and for whoever does not want to choose.</source>
        <translation>适合混合照片的文件夹，也适合不想自己选择的人。</translation>
    </message>
    <message>
        <source>Good for scratches, and for wide damage on cloth, walls or sky in a photo with grain.</source>
        <translation>适合划痕，以及有颗粒的照片中布料、墙壁或天空上的大面积损伤。</translation>
    </message>
    <message>
        <source>Good for spots on even ground, in no time.</source>
        <translation>适合均匀背景上的斑点，速度极快。</translation>
    </message>
    <message>
        <source>Good for thin scratches and cracks across edges.</source>
        <translation>适合横过边缘的细划痕和裂纹。</translation>
    </message>
    <message>
        <source>How long it takes on this computer was not measured yet.</source>
        <translation>在这台电脑上所需的时间尚未测量。</translation>
    </message>
    <message>
        <source>In {folder} there are {names} for the task {task!r}, but not {standard}: which is meant is not said.</source>
        <translation>{folder} 中有用于任务 {task!r} 的 {names}，但没有 {standard}：无法得知所指的是哪一个。</translation>
    </message>
    <message>
        <source>In {folder}, {problem}.</source>
        <translation>在 {folder} 中：{problem}。</translation>
    </message>
    <message>
        <source>Install a font such as Noto Sans CJK to read Chinese.</source>
        <translation>请安装 Noto Sans CJK 等字体以显示中文。</translation>
    </message>
    <message>
        <source>Install facerestore again, or choose another folder of weights.</source>
        <translation>请重新安装 facerestore，或选择其他权重文件夹。</translation>
    </message>
    <message>
        <source>Install facerestore again.</source>
        <translation>请重新安装 facerestore。</translation>
    </message>
    <message>
        <source>Install it with &apos;python -m pip install ray&apos; in this program&apos;s environment, or leave --engine away.</source>
        <translation>请在本程序的环境中用 “python -m pip install ray” 安装，或去掉 --engine。</translation>
    </message>
    <message>
        <source>Install the same networks on every computer of the cluster.</source>
        <translation>请在集群的每台计算机上安装相同的网络。</translation>
    </message>
    <message>
        <source>Install the same version on every computer of the cluster.</source>
        <translation>请在集群的每台计算机上安装相同的版本。</translation>
    </message>
    <message>
        <source>Install the same versions of facerestore, Python and Ray on every computer of the cluster.</source>
        <translation>请在集群的每台计算机上安装相同版本的 facerestore、Python 和 Ray。</translation>
    </message>
    <message>
        <source>It borrows from no other photograph.</source>
        <translation>它不借用其他照片。</translation>
    </message>
    <message>
        <source>It borrows from other photographs of the person.</source>
        <translation>它借用此人的其他照片。</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>It cannot be recovered.</source>
        <translation>无法恢复。</translation>
    </message>
    <message>
        <source>It cannot be unpacked ({reason}).</source>
        <translation>无法解包（{reason}）。</translation>
    </message>
    <message>
        <source>It follows no layout.</source>
        <translation>它不遵循布局。</translation>
    </message>
    <message>
        <source>It follows the layout, which can be corrected.</source>
        <translation>它遵循布局，布局可以修改。</translation>
    </message>
    <message>
        <source>It gives one result.</source>
        <translation>它只给出一个结果。</translation>
    </message>
    <message>
        <source>It is no pack for a graphics card, or damaged.</source>
        <translation>这不是显卡包，或已损坏。</translation>
    </message>
    <message>
        <source>It is not known how large {file} is.</source>
        <translation>不知道 {file} 有多大。</translation>
    </message>
    <message>
        <source>It is uncertain whether what was found is a face. Look where its points lie, and place them if they are wrong; if the photo lies askew, turn it upright first.</source>
        <translation>无法确定找到的是不是人脸。请查看各点的位置，如有错误请重新放置；如果照片是斜的，请先将其转正。</translation>
    </message>
    <message>
        <source>It lacks {packages}.</source>
        <translation>缺少 {packages}。</translation>
    </message>
    <message>
        <source>It names damage classes that stay as they are, but has greys that belong to no class, as after work in another program: what is to be kept cannot be told any more.</source>
        <translation>它写有应保持原样的损伤类别，但含有不属于任何类别的灰度，例如在其他程序中编辑过：已无法分辨哪些应当保留。</translation>
    </message>
    <message>
        <source>It needs {needed} MB on the disk of {folder}, which has {free} MB.</source>
        <translation>它在 {folder} 所在的磁盘上需要 {needed} MB，而那里有 {free} MB。</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a face on this computer.</source>
        <translation>在这台电脑上每张人脸约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a photo on this computer.</source>
        <translation>在这台电脑上每张照片约需 {seconds} 秒。</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>按要求使用。</translation>
    </message>
    <message>
        <source>It was changed or moved since. Restore it again.</source>
        <translation>它此后被改动或移动过。请重新修复。</translation>
    </message>
    <message>
        <source>It was made with another photo than {photo}.</source>
        <translation>它是用 {photo} 以外的另一张照片制作的。</translation>
    </message>
    <message>
        <source>It was tried on the graphics card: {problem}.</source>
        <translation>已在显卡上试用：{problem}。</translation>
    </message>
    <message>
        <source>Its crop lies outside this one.</source>
        <translation>其裁切区域位于此照片之外。</translation>
    </message>
    <message>
        <source>Its network is not installed.</source>
        <translation>它的网络没有安装。</translation>
    </message>
    <message>
        <source>Its photo, {photo}, was not found.</source>
        <translation>找不到其照片 {photo}。</translation>
    </message>
    <message>
        <source>JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG 无法精确保留未触及的像素；PNG 和 TIFF 可以。</translation>
    </message>
    <message>
        <source>Known are {names}.</source>
        <translation>已知的有 {names}。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Layers are not written as {suffix}.</source>
        <translation>图层不能保存为 {suffix}。</translation>
    </message>
    <message>
        <source>Leave --device away, or say cpu.</source>
        <translation>请去掉 --device，或指定 cpu。</translation>
    </message>
    <message>
        <source>Leave out --aligned to have the face found.</source>
        <translation>请去掉 --aligned 以自动查找人脸。</translation>
    </message>
    <message>
        <source>Leave out of the mask what is sound, or choose another way to restore.</source>
        <translation>请把完好的部分留在蒙版之外，或选择另一种修复方式。</translation>
    </message>
    <message>
        <source>Leave out the layout, or choose another restorer.</source>
        <translation>请不要给出布局，或选择另一种修复方式。</translation>
    </message>
    <message>
        <source>Leave out the points, or make the layout again with them.</source>
        <translation>请去掉这些点，或用它们重新生成布局。</translation>
    </message>
    <message>
        <source>Leave out the references, or choose another restorer.</source>
        <translation>请去掉参考照片，或选择其他修复方式。</translation>
    </message>
    <message>
        <source>Leave out where the face is, or choose another restorer.</source>
        <translation>请不要指出面部位置，或选择另一种修复方式。</translation>
    </message>
    <message>
        <source>Look into the log, and see whether &apos;facerestore doctor&apos; finds what is missing.</source>
        <translation>请查看日志，并用“facerestore doctor”检查缺少什么。</translation>
    </message>
    <message>
        <source>Looks like another person than in {files} (distance {distance}, limit {unlike}).</source>
        <translation>看起来与 {files} 中的不是同一个人（距离 {distance}，界限 {unlike}）。</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, and open that.</source>
        <translation>请制作较小的副本并打开。</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, or cut out the portrait, and open that.</source>
        <translation>请制作较小的副本，或裁出人像后打开。</translation>
    </message>
    <message>
        <source>Make room, choose another output folder, or restore fewer photos at a time.</source>
        <translation>请腾出空间、选择另一个输出文件夹，或减少每次修复的照片数量。</translation>
    </message>
    <message>
        <source>More of the infrared channel is dark than dirt can be. It is of a film that stops infrared, or it is no infrared of this picture. It was not used.</source>
        <translation>红外通道中的暗处超出了污物可能的范围。它来自阻挡红外线的胶片，或者不是此图像的红外。未使用该通道。</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>请指定一个文件。</translation>
    </message>
    <message>
        <source>Name a folder with photographs of the person.</source>
        <translation>请指定一个包含此人照片的文件夹。</translation>
    </message>
    <message>
        <source>Name a mask that is there.</source>
        <translation>请指定一个存在的蒙版。</translation>
    </message>
    <message>
        <source>Name a photo, or a folder of photos.</source>
        <translation>请指定一张照片，或一个照片文件夹。</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>请指定另一个文件夹。</translation>
    </message>
    <message>
        <source>Name it: celeba (CelebAMask-HQ: 1 skin, 2 nose, 13 hair), bisenet (face-parsing.PyTorch: 1 skin, 10 nose, 17 hair) or segface (SegFace: 1 neck, 2 skin, 14 hair).</source>
        <translation>请指定：celeba（CelebAMask-HQ：1 皮肤、2 鼻子、13 头发）、bisenet（face-parsing.PyTorch：1 皮肤、10 鼻子、17 头发）或 segface（SegFace：1 脖子、2 皮肤、14 头发）。</translation>
    </message>
    <message>
        <source>Name the folder of the album.</source>
        <translation>请指定相册所在的文件夹。</translation>
    </message>
    <message>
        <source>Name those that are most alike in pose and sharpest.</source>
        <translation>请指定姿态最相近且最清晰的照片。</translation>
    </message>
    <message>
        <source>Networks paint faces, following the layout; the rest is continued from its surroundings.</source>
        <translation>由网络按布局绘制面部；其余部分由周围延续。</translation>
    </message>
    <message>
        <source>No class of the mask is to be restored or filled, so nothing was changed.</source>
        <translation>蒙版中没有需要修复或填充的类别，因此没有任何改动。</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is thin.</source>
        <translation>没有人脸受损，损伤细。</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is wide.</source>
        <translation>没有人脸受损，损伤面积大。</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>No face was found in the reference {file}.</source>
        <translation>在参考照片 {file} 中没有找到人脸。</translation>
    </message>
    <message>
        <source>No face was found in this photo, neither upright nor turned.</source>
        <translation>在这张照片中没有找到人脸，正放和旋转后都没有。</translation>
    </message>
    <message>
        <source>No face was found in {files}.</source>
        <translation>在以下照片中没有找到人脸：{files}。</translation>
    </message>
    <message>
        <source>No face was found; the photo was painted by what is visible around the damage alone.</source>
        <translation>没有找到人脸；照片仅根据损伤周围可见的内容绘制。</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border along lines of equal brightness.</source>
        <translation>不用网络：蒙版内的一切从边界沿等亮度线延续。</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border by fast marching.</source>
        <translation>不用网络：蒙版内的一切从边界以快速行进法延续。</translation>
    </message>
    <message>
        <source>No network: thin damage is bridged smoothly, wide damage is continued by patches of its surroundings, and both get the photo&apos;s grain.</source>
        <translation>不用网络：细小的损伤平滑地连接，大面积的损伤用周围的图块延续，两者都加上照片的颗粒。</translation>
    </message>
    <message>
        <source>No photograph of the album was taken; name photographs of the person with --reference.</source>
        <translation>没有采用相册中的照片；请用 --reference 指定此人的照片。</translation>
    </message>
    <message>
        <source>No project takes more than 2 GB.</source>
        <translation>项目不会超过 2 GB。</translation>
    </message>
    <message>
        <source>No worker could be started on the Ray cluster. Each asks for {cores} cores, {memory} GB of memory and {devices} graphics devices of one computer.</source>
        <translation>无法在 Ray 集群上启动工作进程。每个工作进程需要同一台计算机的 {cores} 个核心、{memory} GB 内存和 {devices} 个图形设备。</translation>
    </message>
    <message>
        <source>Nobody painted a mask: what looks damaged was restored, {count} places. Look at it before you use it.</source>
        <translation>没有人绘制蒙版：修复了看起来受损的地方，共 {count} 处。使用前请先检查。</translation>
    </message>
    <message>
        <source>Not compared with the person: there is no other photograph.</source>
        <translation>未与此人比较：没有其他照片。</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: it follows no layout.</source>
        <translation>不适合需要手动设定五官的人脸：它不遵循布局。</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: there is one result.</source>
        <translation>不适合要手动确定五官的人脸：只有一个结果。</translation>
    </message>
    <message>
        <source>Not for comparing: choose the ways to be compared by name.</source>
        <translation>不适合比较：请按名称选择要比较的方式。</translation>
    </message>
    <message>
        <source>Not for eyes or a mouth: nothing is made up that is not seen elsewhere.</source>
        <translation>不适合眼睛或嘴：不会生成别处看不到的内容。</translation>
    </message>
    <message>
        <source>Not for eyes, mouth or wide damage: they become a blur.</source>
        <translation>不适合眼睛、嘴或大面积损伤：它们会变得模糊。</translation>
    </message>
    <message>
        <source>Not for what lies beside faces: it is continued from its surroundings, without a network.</source>
        <translation>不适合人脸以外的部分：那里由周围延续，不用网络。</translation>
    </message>
    <message>
        <source>Not taken from the album, because no face in them is within {threshold} of the damaged one: {files}.</source>
        <translation>未从相册中采用，因为其中没有人脸与受损人脸的距离在 {threshold} 以内：{files}。</translation>
    </message>
    <message>
        <source>Nothing can be written here ({reason}).</source>
        <translation>无法在此写入（{reason}）。</translation>
    </message>
    <message>
        <source>Nothing of your work is lost. Close other programs, and try again.</source>
        <translation>您的工作没有丢失。请关闭其他程序后再试一次。</translation>
    </message>
    <message>
        <source>Nothing that it saves is as large.</source>
        <translation>本程序保存的内容不会这么大。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look for a newer driver of the card, or go on with the processor.</source>
        <translation>没有任何改动。请寻找更新的显卡驱动程序，或继续使用处理器。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the exported network {file}.</source>
        <translation>ONNX Runtime 无法载入导出的网络 {file}。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load what it needs for {provider}.</source>
        <translation>ONNX Runtime 无法加载 {provider} 所需的内容。</translation>
    </message>
    <message>
        <source>ONNX Runtime is not installed.</source>
        <translation>ONNX Runtime 未安装。</translation>
    </message>
    <message>
        <source>Open a PNG, TIFF, JPEG or WebP picture.</source>
        <translation>请打开 PNG、TIFF、JPEG 或 WebP 图片。</translation>
    </message>
    <message>
        <source>Open a file that ends in .facerestore.</source>
        <translation>请打开以 .facerestore 结尾的文件。</translation>
    </message>
    <message>
        <source>Open a file that ends in {suffix}.</source>
        <translation>请打开以 {suffix} 结尾的文件。</translation>
    </message>
    <message>
        <source>Open a picture in it.</source>
        <translation>请打开其中的图片。</translation>
    </message>
    <message>
        <source>Open the project, choose this photo, and save it again; or move it away to use a mask.</source>
        <translation>请打开该项目，选择这张照片并重新保存；或将其移走以使用蒙版。</translation>
    </message>
    <message>
        <source>Order: eye on the left, eye on the right, nose tip, corners of the mouth on the left and right.</source>
        <translation>顺序：画面左侧眼睛、右侧眼睛、鼻尖、左右嘴角。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Paint the mask over this photo, in the photo&apos;s own size.</source>
        <translation>请在此照片上绘制蒙版，尺寸与照片相同。</translation>
    </message>
    <message>
        <source>Parts were restored at less than full strength: the photo&apos;s own pixels shine through.</source>
        <translation>部分内容以低于全强度修复：照片原有像素会透出。</translation>
    </message>
    <message>
        <source>Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.</source>
        <translation>照片为 PNG、TIFF、JPEG 或 WebP 文件；--recursive 会查看子文件夹。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Put it back, and save again.</source>
        <translation>请放回原处后重新保存。</translation>
    </message>
    <message>
        <source>Put photos, masks and results on a file system that every computer of the cluster mounts under the same path.</source>
        <translation>请将照片、掩膜和结果放在集群每台计算机都以相同路径挂载的文件系统上。</translation>
    </message>
    <message>
        <source>Put the photo beside the project.</source>
        <translation>请把照片放在项目旁边。</translation>
    </message>
    <message>
        <source>Ray is not installed, which --engine ray needs.</source>
        <translation>未安装 Ray，而 --engine ray 需要它。</translation>
    </message>
    <message>
        <source>Remove results from it: save them as photos of their own.</source>
        <translation>请从中移除结果：将其另存为照片。</translation>
    </message>
    <message>
        <source>Remove the photograph, and add it again.</source>
        <translation>请移除这张照片，然后重新添加。</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>请先修复它。</translation>
    </message>
    <message>
        <source>Results cannot be named like this. {reason}</source>
        <translation>结果不能这样命名。{reason}</translation>
    </message>
    <message>
        <source>Results would be taken for masks or layouts of photos.</source>
        <translation>结果会被当成照片的蒙版或布局。</translation>
    </message>
    <message>
        <source>Save it anew, as PNG or as TIFF without tiles.</source>
        <translation>请重新保存为 PNG，或不分块的 TIFF。</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF first.</source>
        <translation>请先保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with another program.</source>
        <translation>请用其他程序另存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with the program that made it.</source>
        <translation>请用制作它的程序保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF.</source>
        <translation>请保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Save it as PNG with another program.</source>
        <translation>请用其他程序另存为 PNG。</translation>
    </message>
    <message>
        <source>Save it as PNG, TIFF or WebP.</source>
        <translation>请保存为 PNG、TIFF 或 WebP。</translation>
    </message>
    <message>
        <source>Save it as TIFF with LZW or no compression.</source>
        <translation>请保存为 LZW 压缩或无压缩的 TIFF。</translation>
    </message>
    <message>
        <source>Save it as an RGB PNG, whose colours are read.</source>
        <translation>请保存为 RGB PNG，将读取其颜色。</translation>
    </message>
    <message>
        <source>Save it as an indexed or grey PNG whose values are the classes, without smoothing.</source>
        <translation>请保存为索引或灰度 PNG，其数值即类别，不要平滑。</translation>
    </message>
    <message>
        <source>Save it elsewhere.</source>
        <translation>请保存到其他位置。</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>请先保存。</translation>
    </message>
    <message>
        <source>Save it without the extra channels.</source>
        <translation>请去掉额外通道后保存。</translation>
    </message>
    <message>
        <source>Save the mask in black and white: white is restored, black is kept.</source>
        <translation>请将蒙版保存为黑白：白色修复，黑色保留。</translation>
    </message>
    <message>
        <source>Save the one picture you want as PNG or TIFF.</source>
        <translation>请将需要的那一帧保存为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Save the page you want as a file of its own, and open that.</source>
        <translation>请将需要的页面另存为文件并打开。</translation>
    </message>
    <message>
        <source>Save the result as one picture.</source>
        <translation>请将结果保存为一张图片。</translation>
    </message>
    <message>
        <source>Say cpu or cuda, or restore without --engine ray.</source>
        <translation>请指定 cpu 或 cuda，或不使用 --engine ray 进行修复。</translation>
    </message>
    <message>
        <source>Say where it is with --points &apos;x,y;x,y;x,y;x,y;x,y&apos;: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo, in pixels from its top left corner; or with --aligned if the picture is a face crop already.</source>
        <translation>请用 --points &apos;x,y;x,y;x,y;x,y;x,y&apos; 指出位置：照片中左侧的眼睛、右侧的眼睛、鼻尖、左嘴角和右嘴角，以距左上角的像素计；如果图片已是面部裁切，请用 --aligned。</translation>
    </message>
    <message>
        <source>See what &apos;ray status&apos; says; all computers need the same versions of Ray and Python.</source>
        <translation>请查看 “ray status” 的输出；所有计算机需要相同版本的 Ray 和 Python。</translation>
    </message>
    <message>
        <source>See whether the file is there and may be read, and the disk has space.</source>
        <translation>请检查文件是否存在且可读，磁盘是否有空间。</translation>
    </message>
    <message>
        <source>Several photos would get one name: {stem} or {number} tells them apart.</source>
        <translation>多张照片会得到同一个名称：用 {stem} 或 {number} 加以区分。</translation>
    </message>
    <message>
        <source>Something unexpected happened in the restoration.</source>
        <translation>修复过程中发生了意外情况。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). The log has the details.</source>
        <translation>发生了意外错误（{kind}）。详情见日志。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现了问题</translation>
    </message>
    <message>
        <source>Start it on a computer of the cluster, with --ray-address auto.</source>
        <translation>请在集群中的一台计算机上用 --ray-address auto 启动。</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>周围延续 (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>周围延续 (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>周围延续（膜）</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Take a pack that was built by this version of the program, for this kind of computer.</source>
        <translation>请使用由此版本程序为此类计算机构建的包。</translation>
    </message>
    <message>
        <source>The Ray cluster cannot be used ({reason}).</source>
        <translation>无法使用 Ray 集群（{reason}）。</translation>
    </message>
    <message>
        <source>The Ray cluster has no graphics device.</source>
        <translation>Ray 集群没有图形设备。</translation>
    </message>
    <message>
        <source>The candidates of this result are no longer there.</source>
        <translation>此结果的候选已不存在。</translation>
    </message>
    <message>
        <source>The computer {computer} does not see the folder {folder}.</source>
        <translation>计算机 {computer} 看不到文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The computer {computer} has facerestore {its}, and this one has {ours}.</source>
        <translation>计算机 {computer} 的 facerestore 版本为 {its}，本机为 {ours}。</translation>
    </message>
    <message>
        <source>The computer {computer} has folders of these names, but not the same files in them.</source>
        <translation>计算机 {computer} 有同名文件夹，但其中的文件不同。</translation>
    </message>
    <message>
        <source>The computer {computer} has other networks.</source>
        <translation>计算机 {computer} 的网络不同。</translation>
    </message>
    <message>
        <source>The computer {computer} may not write into {folder}.</source>
        <translation>计算机 {computer} 无权写入 {folder}。</translation>
    </message>
    <message>
        <source>The device has too little free memory.</source>
        <translation>设备的可用内存不足。</translation>
    </message>
    <message>
        <source>The device {name!r} is not available here.</source>
        <translation>设备 {name!r} 在此不可用。</translation>
    </message>
    <message>
        <source>The device {name!r} needs PyTorch, which is not installed.</source>
        <translation>设备 {name!r} 需要 PyTorch，而 PyTorch 未安装。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>磁盘为只读。</translation>
    </message>
    <message>
        <source>The driver of the graphics card may be broken: install another version of it.</source>
        <translation>显卡驱动可能已损坏：请安装其他版本。</translation>
    </message>
    <message>
        <source>The ending is that of the result&apos;s format, and is added.</source>
        <translation>扩展名由结果的格式决定，会自动加上。</translation>
    </message>
    <message>
        <source>The ending stands last, after a dot.</source>
        <translation>扩展名应在最后，位于点之后。</translation>
    </message>
    <message>
        <source>The exported network {file} is damaged: its SHA-256 is another.</source>
        <translation>导出的网络 {file} 已损坏：其 SHA-256 不符。</translation>
    </message>
    <message>
        <source>The exported networks are installed, and no graphics device is used.</source>
        <translation>已安装导出的网络,且未使用图形设备。</translation>
    </message>
    <message>
        <source>The exported networks in {folder} were made of other weights.</source>
        <translation>{folder} 中导出的网络来自其他权重。</translation>
    </message>
    <message>
        <source>The eyes lie on one spot.</source>
        <translation>两只眼睛重合在一起。</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>无法打开文件。</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>无法读取文件（{reason}）。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file does not say how long its parts are; that was worked out from its size.</source>
        <translation>文件未说明各部分的长度；已根据大小推算。</translation>
    </message>
    <message>
        <source>The file does not say in which order its classes are numbered, and a wrong one looks plausible.</source>
        <translation>文件未说明类别的编号顺序，而错误的顺序看起来也像是对的。</translation>
    </message>
    <message>
        <source>The file does not say whether zero is black; that was assumed.</source>
        <translation>文件未说明零是否为黑色；已按黑色处理。</translation>
    </message>
    <message>
        <source>The file ends in the middle of the picture.</source>
        <translation>文件在图片中途结束。</translation>
    </message>
    <message>
        <source>The file has classes that do not exist: {classes}.</source>
        <translation>文件中有不存在的类别：{classes}。</translation>
    </message>
    <message>
        <source>The file has colours of no class: {colours}.</source>
        <translation>文件中有不属于任何类别的颜色：{colours}。</translation>
    </message>
    <message>
        <source>The file has no end marker; its picture is whole all the same.</source>
        <translation>文件缺少结束标记，但图片是完整的。</translation>
    </message>
    <message>
        <source>The file has several further channels and does not say which of them is infrared. None of them was used to find damage.</source>
        <translation>文件有多个额外通道，但未说明哪一个是红外。查找损伤时均未使用。</translation>
    </message>
    <message>
        <source>The file holds {count} pictures.</source>
        <translation>文件包含 {count} 张图片。</translation>
    </message>
    <message>
        <source>The file is a PDF document.</source>
        <translation>该文件是 PDF 文档。</translation>
    </message>
    <message>
        <source>The file is a camera&apos;s raw file.</source>
        <translation>该文件是相机的 RAW 文件。</translation>
    </message>
    <message>
        <source>The file is a picture in a format that we do not read: {name}.</source>
        <translation>该文件是一种我们不读取的图片格式：{name}。</translation>
    </message>
    <message>
        <source>The file is a video.</source>
        <translation>该文件是视频。</translation>
    </message>
    <message>
        <source>The file is a zip, but not a project of facerestore.</source>
        <translation>该文件是 zip，但不是 facerestore 的项目。</translation>
    </message>
    <message>
        <source>The file is an animation.</source>
        <translation>该文件是动画。</translation>
    </message>
    <message>
        <source>The file is damaged: its entry {name!r} makes no sense.</source>
        <translation>文件已损坏：条目 {name!r} 无意义。</translation>
    </message>
    <message>
        <source>The file is damaged: {what}.</source>
        <translation>文件已损坏：{what}。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The file is no picture.</source>
        <translation>该文件不是图片。</translation>
    </message>
    <message>
        <source>The file is not a PNG picture.</source>
        <translation>该文件不是 PNG 图片。</translation>
    </message>
    <message>
        <source>The file is not a journal of facerestore.</source>
        <translation>该文件不是 facerestore 的日志。</translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation>该文件不是图片。</translation>
    </message>
    <message>
        <source>The file is not a project of facerestore.</source>
        <translation>该文件不是 facerestore 的项目。</translation>
    </message>
    <message>
        <source>The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).</source>
        <translation>该文件是罕见的 JPEG（无损、12 位或双通道）。</translation>
    </message>
    <message>
        <source>The file is of a rare kind of PNG.</source>
        <translation>该文件是罕见的 PNG。</translation>
    </message>
    <message>
        <source>The file is too large for a list of repeated places.</source>
        <translation>该文件过大，不可能是重复位置的列表。</translation>
    </message>
    <message>
        <source>The file is too large: {size} GB.</source>
        <translation>文件过大：{size} GB。</translation>
    </message>
    <message>
        <source>The file is too large: {size} MB.</source>
        <translation>文件过大：{size} MB。</translation>
    </message>
    <message>
        <source>The file may not be read.</source>
        <translation>没有读取该文件的权限。</translation>
    </message>
    <message>
        <source>The file names a label order that we do not know ({order!r}).</source>
        <translation>文件指定了未知的类别顺序（{order!r}）。</translation>
    </message>
    <message>
        <source>The file sends its picture in far too many passes.</source>
        <translation>该文件的图片分成了过多的扫描遍数。</translation>
    </message>
    <message>
        <source>The file&apos;s note of where the layout lies in the photo is damaged.</source>
        <translation>文件中关于布局在照片中位置的记录已损坏。</translation>
    </message>
    <message>
        <source>The file&apos;s values and its colours name different classes: a program has sorted its palette.</source>
        <translation>文件的数值与颜色对应不同类别：某个程序重排了调色板。</translation>
    </message>
    <message>
        <source>The folder cannot be made ({reason}).</source>
        <translation>无法创建文件夹（{reason}）。</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>文件夹不存在。</translation>
    </message>
    <message>
        <source>The folder is not a folder.</source>
        <translation>该文件夹并不是文件夹。</translation>
    </message>
    <message>
        <source>The folder may not be written to.</source>
        <translation>没有写入该文件夹的权限。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>The graphics device ({device}) was tried and cannot be trusted: {problem}. The processor is used instead.</source>
        <translation>已试用图形设备（{device}），它不可靠：{problem}。改用处理器。</translation>
    </message>
    <message>
        <source>The graphics device had too little free memory; this was painted on the processor instead.</source>
        <translation>显卡的可用内存不足；已改用处理器绘制。</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and restoring needs about {needed} MB. The processor is used instead.</source>
        <translation>图形设备有 {free} MB 空闲显存，而修复约需 {needed} MB。改用处理器。</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and this needs about {needed} MB; it was painted on the processor instead.</source>
        <translation>图形设备有 {free} MB 空闲显存，而这约需 {needed} MB；已改用处理器绘制。</translation>
    </message>
    <message>
        <source>The graphics device was tried: it paints what the processor paints.</source>
        <translation>已试用图形设备：它绘制的与处理器相同。</translation>
    </message>
    <message>
        <source>The infrared channel shows the picture itself, as it does of black-and-white (silver) film and of Kodachrome. It cannot tell dirt from picture there, and was not used.</source>
        <translation>红外通道显示的是图像本身，黑白（银盐）胶片和柯达克罗姆胶片即是如此。此时它无法区分污物与图像，因此未使用。</translation>
    </message>
    <message>
        <source>The infrared of the scan cannot be copied beside it ({reason}).</source>
        <translation>无法把扫描件的红外通道复制到旁边（{reason}）。</translation>
    </message>
    <message>
        <source>The infrared of this scan is in a file of its own, and was copied to {name}.</source>
        <translation>此扫描件的红外通道在单独的文件中，已复制到 {name}。</translation>
    </message>
    <message>
        <source>The infrared of this scan was read from {name}.</source>
        <translation>此扫描件的红外通道读自 {name}。</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: the result does not lie as the scan does.</source>
        <translation>此扫描件的红外通道 {name} 未复制：结果的方位与扫描件不同。</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: {taken} is there already.</source>
        <translation>此扫描件的红外通道 {name} 未复制：{taken} 已存在。</translation>
    </message>
    <message>
        <source>The journal has no beginning.</source>
        <translation>日志没有开头。</translation>
    </message>
    <message>
        <source>The layout belongs to another photo.</source>
        <translation>该布局属于另一张照片。</translation>
    </message>
    <message>
        <source>The layout cannot be used</source>
        <translation>无法使用该布局</translation>
    </message>
    <message>
        <source>The layout does not say where its face is; it was used for the largest.</source>
        <translation>布局未说明对应的人脸位置；已用于最大的人脸。</translation>
    </message>
    <message>
        <source>The layout was made for another place in the photo than the face that was given.</source>
        <translation>该布局针对照片中的另一位置，而非指定的人脸。</translation>
    </message>
    <message>
        <source>The ledger of the batch cannot be written here ({reason}).</source>
        <translation>无法在此写入批处理台账（{reason}）。</translation>
    </message>
    <message>
        <source>The list of exported networks in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中导出网络的清单。</translation>
    </message>
    <message>
        <source>The mask cannot be used</source>
        <translation>无法使用该蒙版</translation>
    </message>
    <message>
        <source>The mask has 16 bits, but no value above 255; 255 was taken for white.</source>
        <translation>蒙版为 16 位，但没有大于 255 的数值；已将 255 视为白色。</translation>
    </message>
    <message>
        <source>The mask has no white: its lightest value is {largest}, and {threshold} to {full} is restored.</source>
        <translation>蒙版中没有白色：最亮的数值为 {largest}，而只有 {threshold} 到 {full} 才会修复。</translation>
    </message>
    <message>
        <source>The mask has places that were filled by hand. Their pixels are in the project alone, so they were left as the photo has them.</source>
        <translation>蒙版中有手动填充的位置。其像素只保存在项目中，因此这些位置保持照片原样。</translation>
    </message>
    <message>
        <source>The mask has the values 0 and 1 only; 1 was taken for white.</source>
        <translation>蒙版只有 0 和 1 两个数值；已将 1 视为白色。</translation>
    </message>
    <message>
        <source>The mask has {mask} pixels, the photo {photo}.</source>
        <translation>蒙版为 {mask} 像素，照片为 {photo} 像素。</translation>
    </message>
    <message>
        <source>The mask is black on a transparent ground; what is black was taken to be restored.</source>
        <translation>蒙版为透明底上的黑色；已将黑色视为要修复的部分。</translation>
    </message>
    <message>
        <source>The mask is black where it is not transparent, and which of the two is to be restored cannot be told.</source>
        <translation>蒙版不透明处全为黑色，无法判断要修复的是黑色部分还是透明部分。</translation>
    </message>
    <message>
        <source>The mask is empty (all black), so nothing was restored; white is what to restore.</source>
        <translation>蒙版为空（全黑），因此没有修复任何内容；白色为要修复的部分。</translation>
    </message>
    <message>
        <source>The mask is transparent all over.</source>
        <translation>蒙版完全透明。</translation>
    </message>
    <message>
        <source>The mask names damage classes, but has greys that belong to none of them, as after work in another program: it was read as a plain mask, of which all that is light is restored.</source>
        <translation>蒙版写有损伤类别，但含有不属于任何类别的灰度，例如在其他程序中编辑过：已按普通蒙版读取，所有亮处都会修复。</translation>
    </message>
    <message>
        <source>The mask touches no face, so nothing is borrowed from references.</source>
        <translation>蒙版没有触及人脸，因此不从参考照片借用任何内容。</translation>
    </message>
    <message>
        <source>The name is not allowed.</source>
        <translation>不允许使用该名称。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>The network for damage is not installed, or its file is damaged: damage was looked for by filters alone, which take more for damage that is none.</source>
        <translation>用于查找损伤的网络未安装，或其文件已损坏：仅用滤镜查找了损伤，误判会更多。</translation>
    </message>
    <message>
        <source>The network {network} is run by PyTorch only, which is not installed.</source>
        <translation>网络 {network} 只能由 PyTorch 运行，而 PyTorch 未安装。</translation>
    </message>
    <message>
        <source>The networks did not get the memory they need.</source>
        <translation>网络未能获得所需内存。</translation>
    </message>
    <message>
        <source>The networks may be used for non-commercial research only, as the terms of what they learnt from ask: {sources}.</source>
        <translation>这些网络仅可用于非商业研究，这是其学习数据的条款所要求的：{sources}。</translation>
    </message>
    <message>
        <source>The networks that find faces cannot be loaded: eyes and mouths were not left out.</source>
        <translation>无法加载查找人脸的网络：未排除眼睛和嘴。</translation>
    </message>
    <message>
        <source>The pack for the graphics card is not installed</source>
        <translation>显卡包未安装</translation>
    </message>
    <message>
        <source>The package {file} in it is for another computer or Python.</source>
        <translation>其中的 {file} 适用于其他计算机或 Python。</translation>
    </message>
    <message>
        <source>The photo cannot be opened</source>
        <translation>无法打开照片</translation>
    </message>
    <message>
        <source>The photo has 16 bits per channel, {name} holds 8.</source>
        <translation>照片为每通道 16 位，{name} 只能保存 8 位。</translation>
    </message>
    <message>
        <source>The photo has transparency, over which a patch cannot lie exactly.</source>
        <translation>照片带有透明度，修补无法精确地覆盖其上。</translation>
    </message>
    <message>
        <source>The photo has transparency, which JPEG cannot hold.</source>
        <translation>照片含有透明度，JPEG 无法保存。</translation>
    </message>
    <message>
        <source>The photo has {count} projects. The newest is used, {project}, which the window opens, too.</source>
        <translation>这张照片有 {count} 个项目。使用的是最新的 {project}，窗口打开的也是它。</translation>
    </message>
    <message>
        <source>The photo is in no file.</source>
        <translation>照片不在任何文件中。</translation>
    </message>
    <message>
        <source>The photo is no longer where it was.</source>
        <translation>照片已不在原来的位置。</translation>
    </message>
    <message>
        <source>The photo lies on its side; the face was found as it lies.</source>
        <translation>照片是侧放的；已按其原有方向找到人脸。</translation>
    </message>
    <message>
        <source>The photo lies upside down; the face was found as it lies.</source>
        <translation>照片是倒放的；已按其原有方向找到人脸。</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet has faults that some programs do not forgive; it was kept, and what was done to the photo stands in the record too.</source>
        <translation>照片的 XMP 数据有某些程序无法容忍的错误；已保留，对照片所做的处理也写入记录。</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet is damaged or too large and was kept as it is; what was done to the photo stands in the record only.</source>
        <translation>照片的 XMP 数据已损坏或过大，按原样保留；对照片所做的处理只写入记录。</translation>
    </message>
    <message>
        <source>The picture has colours, and a mask has none.</source>
        <translation>图片有颜色，而蒙版没有。</translation>
    </message>
    <message>
        <source>The picture has few colours and transparency.</source>
        <translation>图片颜色很少且含透明度。</translation>
    </message>
    <message>
        <source>The picture has floating-point, signed or 32-bit samples.</source>
        <translation>图片为浮点、有符号或 32 位数值。</translation>
    </message>
    <message>
        <source>The picture has too many channels for its size.</source>
        <translation>就其尺寸而言，图片的通道过多。</translation>
    </message>
    <message>
        <source>The picture has {bits} bits per channel.</source>
        <translation>图片为每通道 {bits} 位。</translation>
    </message>
    <message>
        <source>The picture has {count} channels.</source>
        <translation>图片有 {count} 个通道。</translation>
    </message>
    <message>
        <source>The picture is a stack of many, as microscopes make them.</source>
        <translation>图片是显微镜产生的多层图像。</translation>
    </message>
    <message>
        <source>The picture is compressed in a rare way.</source>
        <translation>图片采用了罕见的压缩方式。</translation>
    </message>
    <message>
        <source>The picture is made for printing (CMYK).</source>
        <translation>图片用于印刷（CMYK）。</translation>
    </message>
    <message>
        <source>The picture is stored in too many parts ({count}).</source>
        <translation>图片被存成过多的部分（{count}）。</translation>
    </message>
    <message>
        <source>The picture is too large: {width} x {height} pixels, {limit} million are allowed.</source>
        <translation>图片过大：{width} x {height} 像素，上限为 {limit} 百万。</translation>
    </message>
    <message>
        <source>The picture is too long: {width} x {height} pixels, {limit} a side are allowed.</source>
        <translation>图片过长：{width} x {height} 像素，每边上限为 {limit}。</translation>
    </message>
    <message>
        <source>The picture of origins is saved as PNG.</source>
        <translation>来源图保存为 PNG。</translation>
    </message>
    <message>
        <source>The picture&apos;s channels have different depths.</source>
        <translation>图片各通道的位深不同。</translation>
    </message>
    <message>
        <source>The picture&apos;s colours are of a kind we cannot read ({name}).</source>
        <translation>无法读取图片的颜色类型（{name}）。</translation>
    </message>
    <message>
        <source>The picture&apos;s samples are neither 8 nor 16 bits.</source>
        <translation>图片的数值既非 8 位也非 16 位。</translation>
    </message>
    <message>
        <source>The points lie outside the photo, which has {width} x {height} pixels.</source>
        <translation>这些点位于照片之外，照片为 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>The points lie outside the photo.</source>
        <translation>这些点位于照片之外。</translation>
    </message>
    <message>
        <source>The points on the left and on the right were given in exchanged order, and were put in order: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo.</source>
        <translation>左侧与右侧的点给反了，已按顺序排好：照片中左侧的眼睛、右侧的眼睛、鼻尖、左嘴角和右嘴角。</translation>
    </message>
    <message>
        <source>The process of the networks ended before it said anything.</source>
        <translation>网络进程在有任何回应之前就结束了。</translation>
    </message>
    <message>
        <source>The process that looked for damage ended while it was at this photo.</source>
        <translation>查找损伤的进程在处理这张照片时结束了。</translation>
    </message>
    <message>
        <source>The process that restores ended {count} times while it was at this photo ({reason}), so it was set aside. Restore it by itself, or try again what failed.</source>
        <translation>负责修复的进程在处理这张照片时结束了 {count} 次（{reason}），因此将其搁置。请单独修复它，或重试失败的照片。</translation>
    </message>
    <message>
        <source>The process that runs the networks ended unexpectedly. The mask and the layout are untouched.</source>
        <translation>运行网络的进程意外结束。蒙版和布局未受影响。</translation>
    </message>
    <message>
        <source>The program does not know the package {file} in it.</source>
        <translation>程序不认识其中的 {file}。</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>无法打开项目</translation>
    </message>
    <message>
        <source>The project ends too early, or something was added to it.</source>
        <translation>项目文件提前结束，或被附加了内容。</translation>
    </message>
    <message>
        <source>The project is too large for this program.</source>
        <translation>项目对本程序来说过大。</translation>
    </message>
    <message>
        <source>The project takes more than 2 GB.</source>
        <translation>项目超过 2 GB。</translation>
    </message>
    <message>
        <source>The project was saved by a newer facerestore.</source>
        <translation>项目由更新版本的 facerestore 保存。</translation>
    </message>
    <message>
        <source>The record of the result goes here, but this file belongs to something else.</source>
        <translation>结果的记录应存于此处，但该文件属于其他内容。</translation>
    </message>
    <message>
        <source>The references belong to the largest of the faces that are restored.</source>
        <translation>参考照片属于所修复人脸中最大的一个。</translation>
    </message>
    <message>
        <source>The restoration failed</source>
        <translation>修复失败</translation>
    </message>
    <message>
        <source>The restorer {name} borrows from no other photograph.</source>
        <translation>修复方式 {name} 不借用其他照片。</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no face.</source>
        <translation>修复方式 {name} 不使用面部。</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no layout.</source>
        <translation>修复方式 {name} 不使用布局。</translation>
    </message>
    <message>
        <source>The restorer {name} needs networks that the weights for paid work do not have: faces with drawn layouts are there for research only.</source>
        <translation>修复方式 {name} 需要可用于有偿工作的权重中没有的网络：带手绘布局的面部数据仅供研究。</translation>
    </message>
    <message>
        <source>The result of {photo} is not the one that was restored.</source>
        <translation>{photo} 的结果不是当时修复得到的那个。</translation>
    </message>
    <message>
        <source>The result of {photo} would be called {name}, as a photo of the batch is.</source>
        <translation>{photo} 的结果会被命名为 {name}，与批次中的一张照片同名。</translation>
    </message>
    <message>
        <source>The result was straightened by {degrees} degrees: every pixel of it was resampled, once.</source>
        <translation>结果已拉直 {degrees} 度：每个像素都重新采样了一次。</translation>
    </message>
    <message>
        <source>The results need about {needed} GB, and the disk has {free} GB free.</source>
        <translation>结果大约需要 {needed} GB，而磁盘剩余 {free} GB。</translation>
    </message>
    <message>
        <source>The same person, not taken because at most {most} references are used and these are less alike in pose or less sharp: {files}.</source>
        <translation>是同一个人，但未采用，因为最多使用 {most} 张参考照片，而这些照片姿态较不相近或较不清晰：{files}。</translation>
    </message>
    <message>
        <source>The terms of the networks: {terms}.</source>
        <translation>网络的条款：{terms}。</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for it.</source>
        <translation>可用于有偿工作的权重没有为此的网络。</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for this ({task}): what it would learn from is there for research only.</source>
        <translation>可用于有偿工作的权重没有为此（{task}）的网络：可供其学习的数据仅供研究。</translation>
    </message>
    <message>
        <source>There are no exported networks in {folder}.</source>
        <translation>{folder} 中没有导出的网络。</translation>
    </message>
    <message>
        <source>There are {count} references; a face borrows from at most {most}.</source>
        <translation>共有 {count} 张参考照片；一张人脸最多从 {most} 张中借用。</translation>
    </message>
    <message>
        <source>There is no field {field}.</source>
        <translation>没有字段 {field}。</translation>
    </message>
    <message>
        <source>There is no folder for it.</source>
        <translation>没有可用的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no mask {file}.</source>
        <translation>没有蒙版 {file}。</translation>
    </message>
    <message>
        <source>There is no photo in {folder}.</source>
        <translation>{folder} 中没有照片。</translation>
    </message>
    <message>
        <source>There is no result of {photo} to be reviewed.</source>
        <translation>没有可供审阅的 {photo} 的结果。</translation>
    </message>
    <message>
        <source>This way to restore needs the network {network}, which is not installed in {folder}.</source>
        <translation>此修复方式需要网络 {network}，但 {folder} 中未安装该网络。</translation>
    </message>
    <message>
        <source>WebP needs about {needed} MB of memory for a photo of this size, and {free} MB are free.</source>
        <translation>把这样大小的照片存为 WebP 约需 {needed} MB 内存，而目前只有 {free} MB 可用。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>网络权重</translation>
    </message>
    <message>
        <source>What the infrared channel shows was not recognised in the picture, so that the two could not be laid over one another. Its places may be some pixels off.</source>
        <translation>红外通道显示的内容未能在图像中识别出来，因此两者无法对齐。其位置可能偏差几个像素。</translation>
    </message>
    <message>
        <source>What the project of {file} masks in it is not borrowed.</source>
        <translation>{file} 的项目所遮盖的部分不会被借用。</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>整张照片（IN2）</translation>
    </message>
    <message>
        <source>Write one of these three words.</source>
        <translation>请填写这三个词之一。</translation>
    </message>
    <message>
        <source>a candidate belongs to no face</source>
        <translation>有一个候选不属于任何人脸</translation>
    </message>
    <message>
        <source>a face borrows from others than it names</source>
        <translation>一张脸借用的照片与它所列的不同</translation>
    </message>
    <message>
        <source>a face has another size than it says</source>
        <translation>一张脸的大小与所说的不同</translation>
    </message>
    <message>
        <source>a face has values that are no colours</source>
        <translation>一张脸中有不是颜色的数值</translation>
    </message>
    <message>
        <source>a face hides more than all of it</source>
        <translation>一张脸被遮住的部分超过全部</translation>
    </message>
    <message>
        <source>a font has them</source>
        <translation>有字体包含它们</translation>
    </message>
    <message>
        <source>a place of it has no pixels</source>
        <translation>其中一处没有像素</translation>
    </message>
    <message>
        <source>a place of it lies outside its scan</source>
        <translation>其中一处位于扫描件之外</translation>
    </message>
    <message>
        <source>a reference has another size than faces have</source>
        <translation>一张参考照片的大小与脸的不同</translation>
    </message>
    <message>
        <source>a reference lends a part that no face has</source>
        <translation>一张参考照片借出了脸上没有的部分</translation>
    </message>
    <message>
        <source>an earlier result has no picture</source>
        <translation>某个先前的结果没有图像</translation>
    </message>
    <message>
        <source>an earlier result is of no face</source>
        <translation>某个先前的结果不属于任何人脸</translation>
    </message>
    <message>
        <source>an earlier result makes no sense</source>
        <translation>某个先前的结果无法理解</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>can be read and written</source>
        <translation>可以读写</translation>
    </message>
    <message>
        <source>cpu ({library}, 1 thread)</source>
        <translation>处理器（{library}，1 个线程）</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads)</source>
        <translation>处理器（{library}，{count} 个线程）</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads; {also} by PyTorch)</source>
        <translation>处理器（{library}，{count} 个线程；{also} 由 PyTorch 运行）</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>examination failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>退出代码 {code}</translation>
    </message>
    <message>
        <source>folder of crash reports</source>
        <translation>崩溃报告文件夹</translation>
    </message>
    <message>
        <source>folder of networks</source>
        <translation>网络文件夹</translation>
    </message>
    <message>
        <source>folder of projects</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>folder of settings</source>
        <translation>设置文件夹</translation>
    </message>
    <message>
        <source>folder of the log</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>folder of unsaved work</source>
        <translation>未保存工作的文件夹</translation>
    </message>
    <message>
        <source>installed in</source>
        <translation>安装于</translation>
    </message>
    <message>
        <source>is read as another picture</source>
        <translation>读成了另一幅图片</translation>
    </message>
    <message>
        <source>it has no list of contents</source>
        <translation>其中没有内容清单</translation>
    </message>
    <message>
        <source>it keeps too many results</source>
        <translation>其中保存的结果过多</translation>
    </message>
    <message>
        <source>it lacks a part</source>
        <translation>其中缺少一部分</translation>
    </message>
    <message>
        <source>it lacks pixels that were painted by hand</source>
        <translation>缺少手动绘制的像素</translation>
    </message>
    <message>
        <source>it names a kind of damage that there is not</source>
        <translation>其中提到了不存在的损伤类型</translation>
    </message>
    <message>
        <source>it names a reference that it does not hold</source>
        <translation>它提到了其中没有的参考照片</translation>
    </message>
    <message>
        <source>it speaks of a scan that is too large</source>
        <translation>其中提到的扫描件过大</translation>
    </message>
    <message>
        <source>it turns another photo</source>
        <translation>它旋转的是另一张照片</translation>
    </message>
    <message>
        <source>it was painted by hand outside the photo</source>
        <translation>在照片之外有手动绘制的内容</translation>
    </message>
    <message>
        <source>its candidates are of another kind</source>
        <translation>其候选属于另一种类型</translation>
    </message>
    <message>
        <source>its candidates have no name</source>
        <translation>其候选没有名称</translation>
    </message>
    <message>
        <source>its candidates lie outside the photo</source>
        <translation>其候选位于照片之外</translation>
    </message>
    <message>
        <source>its crop has no whole pixels</source>
        <translation>其裁剪框不是整像素</translation>
    </message>
    <message>
        <source>its crop reaches beyond the photo</source>
        <translation>其裁剪框超出照片</translation>
    </message>
    <message>
        <source>its photo cannot lie so</source>
        <translation>其照片不可能这样放置</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>网络运行于</translation>
    </message>
    <message>
        <source>no font has them</source>
        <translation>没有字体包含它们</translation>
    </message>
    <message>
        <source>no network is installed for this task</source>
        <translation>没有为此任务安装网络</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>not part of this set: faces are not painted by networks</source>
        <translation>不在此组中：面部不由网络绘制</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>restored as {photo}, its result is renamed</source>
        <translation>已作为 {photo} 修复，其结果会改名</translation>
    </message>
    <message>
        <source>room in this folder</source>
        <translation>此文件夹的空间</translation>
    </message>
    <message>
        <source>set of weights</source>
        <translation>权重组</translation>
    </message>
    <message>
        <source>the detail of a result has an unknown strength</source>
        <translation>某个结果的细节强度未知</translation>
    </message>
    <message>
        <source>the process that looked at this ended with {code}</source>
        <translation>检查此项的进程以 {code} 结束</translation>
    </message>
    <message>
        <source>the process that looked at this gave no answer within {seconds:.0f} s</source>
        <translation>检查此项的进程在 {seconds:.0f} 秒内没有回应</translation>
    </message>
    <message>
        <source>the window has its words</source>
        <translation>窗口有该语言的文字</translation>
    </message>
    <message>
        <source>the words of the window are missing</source>
        <translation>缺少窗口的文字</translation>
    </message>
    <message>
        <source>what was painted by hand is of another photo</source>
        <translation>手动绘制的内容属于另一张照片</translation>
    </message>
    <message>
        <source>what was painted by hand is of no photo</source>
        <translation>手绘内容不属于任何照片</translation>
    </message>
    <message>
        <source>what was painted by hand makes no sense</source>
        <translation>手动绘制的内容没有意义</translation>
    </message>
    <message>
        <source>{device} ({library})</source>
        <translation>{device}（{library}）</translation>
    </message>
    <message>
        <source>{device} ({library}, {card})</source>
        <translation>{device}（{library}，{card}）</translation>
    </message>
    <message>
        <source>{device} ({library}; {also} by PyTorch)</source>
        <translation>{device}（{library}；{also} 由 PyTorch 运行）</translation>
    </message>
    <message>
        <source>{device}. {reason}</source>
        <translation>{device}。{reason}</translation>
    </message>
    <message>
        <source>{file} is called like a mask, and waits for its photo.</source>
        <translation>{file} 的名称像蒙版，正在等待它的照片。</translation>
    </message>
    <message>
        <source>{file} may show another person: its face is {distance} away from the damaged one, and photographs of one person mostly lie within {threshold}. It was used, because you named it.</source>
        <translation>{file} 显示的可能是另一个人：其人脸与受损人脸的距离为 {distance}，而同一个人的照片大多在 {threshold} 以内。由于是您指定的，仍然使用了它。</translation>
    </message>
    <message>
        <source>{folder} is back.</source>
        <translation>{folder} 已恢复。</translation>
    </message>
    <message>
        <source>{folder} is out of reach. It goes on when it is back.</source>
        <translation>无法访问 {folder}。恢复后会继续。</translation>
    </message>
    <message>
        <source>{free} of {total} MB free</source>
        <translation>共 {total} MB，可用 {free} MB</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels and the scan has not: it was not used as its infrared.</source>
        <translation>{name} 为 {width} x {height} 像素，与扫描件不同：未用作其红外通道。</translation>
    </message>
    <message>
        <source>{name} is no name for a file on Windows.</source>
        <translation>{name} 在 Windows 上不能用作文件名。</translation>
    </message>
    <message>
        <source>{name} needs about {needed} MB of memory to be restored, and {free} MB are free.</source>
        <translation>修复 {name} 约需 {needed} MB 内存，而可用内存为 {free} MB。</translation>
    </message>
    <message>
        <source>{name} ought to be the infrared of this scan, and was not used. {reason}</source>
        <translation>{name} 应为此扫描件的红外通道，但未使用。{reason}</translation>
    </message>
    <message>
        <source>{name}, for paid work too</source>
        <translation>{name}，也可用于有偿工作</translation>
    </message>
    <message>
        <source>{place} cannot be written to</source>
        <translation>无法写入 {place}</translation>
    </message>
    <message>
        <source>{place}, {free} MB free</source>
        <translation>{place}，可用 {free} MB</translation>
    </message>
    <message>
        <source>{problem} PyTorch runs the networks.</source>
        <translation>{problem} 由 PyTorch 运行网络。</translation>
    </message>
    <message>
        <source>{sentence} It was left out. {advice}</source>
        <translation>{sentence} 已将其排除。{advice}</translation>
    </message>
    <message>
        <source>{sentence} {advice}</source>
        <translation>{sentence}{advice}</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}), so the album was not searched. Name photographs of the person with --reference.</source>
        <translation>人脸有 {share} 被遮挡，多得无法辨认是谁（最多 {most}），因此没有搜索相册。请用 --reference 指定此人的照片。</translation>
    </message>
    <message>
        <source>{share} of what was to be restored lies in no face that was found; it was filled from its surroundings, without a network.</source>
        <translation>待修复部分有 {share} 不在任何找到的人脸中；这部分未使用网络，而是由周围内容填补。</translation>
    </message>
    <message>
        <source>{strangers} may show another person: the restored face is {farthest} away (limit {unlike}), and {distance} from the photograph that is most like it.</source>
        <translation>{strangers} 显示的可能是另一个人：修复后的人脸与之距离 {farthest}（界限 {unlike}），与最相似的照片距离 {distance}。</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>无法保存文件</translation>
    </message>
    <message>
        <source>A network that has learnt what faces are paints a whole one, and two others fit it into the photo.</source>
        <translation>一个学会了人脸的网络画出完整的脸，另外两个网络将其融入照片。</translation>
    </message>
    <message>
        <source>Another run is restoring into {folder} at this moment.</source>
        <translation>此刻另一个批处理正在向 {folder} 输出。</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this program to write there.</source>
        <translation>请选择另一个输出文件夹，或允许本程序在那里写入。</translation>
    </message>
    <message>
        <source>Choose another way to restore, or train this network yourself (facerestore train {network}).</source>
        <translation>请选择其他修复方式，或自行训练此网络 (facerestore train {network})。</translation>
    </message>
    <message>
        <source>Choose one that can be used ({ways}). For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>请选择可用的一种（{ways}）。如用于研究和私人用途，请在偏好设置中选择全部网络，并且不要设置 FACERESTORE_WEIGHTS。</translation>
    </message>
    <message>
        <source>Damage lies in a face, which this way paints.</source>
        <translation>损伤位于人脸内，此方式绘制人脸。</translation>
    </message>
    <message>
        <source>For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>如用于研究和私人用途，请在偏好设置中选择全部网络，并且不要设置 FACERESTORE_WEIGHTS。</translation>
    </message>
    <message>
        <source>Much of the damage lies beyond the face, or much of the face&apos;s frame beyond the photo.</source>
        <translation>损伤有很大一部分在人脸之外，或人脸的取景框有很大一部分在照片之外。</translation>
    </message>
    <message>
        <source>Only this way reads the layout, the references or the chosen candidates that this photo has.</source>
        <translation>只有此方式读取这张照片已有的布局、参考照片或所选的候选。</translation>
    </message>
    <message>
        <source>Photo, mask or settings changed, but so did the result, in another program, and is not overwritten. Rename it, or have all earlier results overwritten.</source>
        <translation>照片、蒙版或设置有变化，但结果也被其他程序改动过，因此不会覆盖。请将其重命名，或选择覆盖所有先前的结果。</translation>
    </message>
    <message>
        <source>PyTorch is installed, which brings its own libraries for the graphics card.</source>
        <translation>已安装 PyTorch，它自带显卡所需的库。</translation>
    </message>
    <message>
        <source>PyTorch was asked for, and no graphics device is there.</source>
        <translation>指定了 PyTorch，而没有图形设备。</translation>
    </message>
    <message>
        <source>The result does not hold this of the photo&apos;s file: {what}.</source>
        <translation>照片文件中的以下内容不在结果中：{what}。</translation>
    </message>
    <message>
        <source>The result was written, and is not there any more.</source>
        <translation>结果已写入，但现在已不存在。</translation>
    </message>
    <message>
        <source>The system refuses to write it ({reason}).</source>
        <translation>系统拒绝写入（{reason}）。</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read.</source>
        <translation>无法读取权重文件 {file}。</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: {problem}.</source>
        <translation>权重文件 {file} 已损坏：{problem}。</translation>
    </message>
    <message>
        <source>The weights file {file} is not whole ({found}).</source>
        <translation>权重文件 {file} 不完整（{found}）。</translation>
    </message>
    <message>
        <source>The whole photo is to be restored, so there is nothing to continue it from.</source>
        <translation>整张照片都要修复，没有可以延续的内容。</translation>
    </message>
    <message>
        <source>There are no weights for the task {task!r} in {folder}.</source>
        <translation>{folder} 中没有任务 {task!r} 的权重。</translation>
    </message>
    <message>
        <source>There are no weights of {name} in {folder}.</source>
        <translation>{folder} 中没有 {name} 的权重。</translation>
    </message>
    <message>
        <source>There are stray bytes between the parts of the file; they were passed over.</source>
        <translation>文件各部分之间有多余字节，已跳过。</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation>已有同名文件夹。</translation>
    </message>
    <message>
        <source>There is no manifest of weights in {folder}.</source>
        <translation>{folder} 中没有权重清单。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这样的文件。</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo. Close other programs.</source>
        <translation>内存不足以处理此照片。请关闭其他程序。</translation>
    </message>
    <message>
        <source>There is nothing in it to recover.</source>
        <translation>其中没有可恢复的内容。</translation>
    </message>
    <message>
        <source>There is too little memory to put the result into this photo of {size} megapixels.</source>
        <translation>内存不足，无法将结果放入这张 {size} 百万像素的照片。</translation>
    </message>
    <message>
        <source>This cannot be meant</source>
        <translation>请求有误</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
    <message>
        <source>This is an original, which is never overwritten.</source>
        <translation>这是原件，绝不会被覆盖。</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the log (Help menu).</source>
        <translation>请重试。如果再次发生，请附上日志报告（帮助菜单）。</translation>
    </message>
    <message>
        <source>Try again: a new process starts by itself.</source>
        <translation>请重试：新进程会自动启动。</translation>
    </message>
    <message>
        <source>Update this program, and open it again.</source>
        <translation>请更新本程序后重新打开。</translation>
    </message>
    <message>
        <source>Use another copy of it, or predict the layout again.</source>
        <translation>请使用其他副本，或重新预测布局。</translation>
    </message>
    <message>
        <source>Use another copy of it, or scan the picture again.</source>
        <translation>请使用其他副本，或重新扫描图片。</translation>
    </message>
    <message>
        <source>Use another copy of it.</source>
        <translation>请使用其他副本。</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another output folder.</source>
        <translation>请等待其完成，或选择另一个输出文件夹。</translation>
    </message>
    <message>
        <source>We cannot write files without a suffix.</source>
        <translation>无法写入没有扩展名的文件。</translation>
    </message>
    <message>
        <source>We cannot write {suffix}.</source>
        <translation>无法写入 {suffix}。</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>您的磁盘配额已用完。</translation>
    </message>
    <message>
        <source>a box has no size</source>
        <translation>某个框没有大小</translation>
    </message>
    <message>
        <source>a box lacks a side</source>
        <translation>某个框缺少一边</translation>
    </message>
    <message>
        <source>a change has another length than its box</source>
        <translation>某项更改的长度与其框不符</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>a choice of candidates makes no sense</source>
        <translation>候选的选择无意义</translation>
    </message>
    <message>
        <source>a class of damage is treated in an unknown way</source>
        <translation>某个损伤类别的处理方式未知</translation>
    </message>
    <message>
        <source>a crop has no place</source>
        <translation>某个裁切没有位置</translation>
    </message>
    <message>
        <source>a further page</source>
        <translation>另一页</translation>
    </message>
    <message>
        <source>a further picture (only the first is restored)</source>
        <translation>另一张图片（只修复第一张）</translation>
    </message>
    <message>
        <source>a layout makes no sense</source>
        <translation>某个布局无意义</translation>
    </message>
    <message>
        <source>a mask is neither black nor white</source>
        <translation>某个蒙版既非黑也非白</translation>
    </message>
    <message>
        <source>a page with an extra channel (infrared)</source>
        <translation>带额外通道（红外）的页</translation>
    </message>
    <message>
        <source>a part claims to be larger than the whole</source>
        <translation>某部分声称比整体还大</translation>
    </message>
    <message>
        <source>a part is stored in a way that this program does not use</source>
        <translation>某部分的存储方式不是本程序所用</translation>
    </message>
    <message>
        <source>a part of the picture is missing</source>
        <translation>图片缺少一部分</translation>
    </message>
    <message>
        <source>a record has another length than it says</source>
        <translation>某条记录与所述长度不符</translation>
    </message>
    <message>
        <source>a record lacks an array</source>
        <translation>某条记录缺少数组</translation>
    </message>
    <message>
        <source>a resolution without a unit</source>
        <translation>没有单位的分辨率</translation>
    </message>
    <message>
        <source>a result does not cover its mask</source>
        <translation>某个结果未覆盖其蒙版</translation>
    </message>
    <message>
        <source>a result lies outside its photo</source>
        <translation>某个结果位于其照片之外</translation>
    </message>
    <message>
        <source>a second channel of transparency</source>
        <translation>第二个透明度通道</translation>
    </message>
    <message>
        <source>a smaller copy of the picture (preview)</source>
        <translation>图片的较小副本（预览）</translation>
    </message>
    <message>
        <source>an array cannot be unpacked</source>
        <translation>某个数组无法解压</translation>
    </message>
    <message>
        <source>an array is too long</source>
        <translation>某个数组过长</translation>
    </message>
    <message>
        <source>an extra channel (infrared or a spot colour)</source>
        <translation>额外通道（红外或专色）</translation>
    </message>
    <message>
        <source>chunks of PNG that we do not know</source>
        <translation>未知的 PNG 数据块</translation>
    </message>
    <message>
        <source>colours premultiplied with their transparency (alpha); they were divided by it</source>
        <translation>与透明度 (alpha) 预乘的颜色；已除以透明度</translation>
    </message>
    <message>
        <source>content credentials (C2PA), which hold for the unchanged file only</source>
        <translation>内容凭证 (C2PA)，仅对未更改的文件有效</translation>
    </message>
    <message>
        <source>data after the end of the picture</source>
        <translation>图片结尾之后的数据</translation>
    </message>
    <message>
        <source>data of a kind that we do not know</source>
        <translation>未知类型的数据</translation>
    </message>
    <message>
        <source>it begins twice</source>
        <translation>开头重复</translation>
    </message>
    <message>
        <source>it claims to have no pixels</source>
        <translation>声称没有像素</translation>
    </message>
    <message>
        <source>it edits a layout that is not there</source>
        <translation>编辑了不存在的布局</translation>
    </message>
    <message>
        <source>it edits outside the photo</source>
        <translation>编辑了照片之外</translation>
    </message>
    <message>
        <source>it has a record of an unknown kind</source>
        <translation>含有未知类型的记录</translation>
    </message>
    <message>
        <source>it has far too many parts</source>
        <translation>部分过多</translation>
    </message>
    <message>
        <source>it has no header or no picture</source>
        <translation>没有文件头或图片</translation>
    </message>
    <message>
        <source>it has no header, or two</source>
        <translation>没有文件头，或有两个</translation>
    </message>
    <message>
        <source>it has no picture, or far too many parts</source>
        <translation>没有图片，或部分过多</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>部分过多</translation>
    </message>
    <message>
        <source>it holds other parts than it says</source>
        <translation>包含的部分与所述不符</translation>
    </message>
    <message>
        <source>it names a photo that cannot be</source>
        <translation>指定了不可能存在的照片</translation>
    </message>
    <message>
        <source>its classes of damage make no sense</source>
        <translation>损伤类别无意义</translation>
    </message>
    <message>
        <source>its content cannot be decoded</source>
        <translation>内容无法解码</translation>
    </message>
    <message>
        <source>its header is wrong</source>
        <translation>文件头有误</translation>
    </message>
    <message>
        <source>its list of contents is missing, as if it ended too early</source>
        <translation>缺少内容列表，似乎提前结束</translation>
    </message>
    <message>
        <source>its list of contents is too long</source>
        <translation>内容列表过长</translation>
    </message>
    <message>
        <source>its mask has values that mean nothing</source>
        <translation>蒙版含有无意义的数值</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>缺少调色板</translation>
    </message>
    <message>
        <source>its parts lie over one another</source>
        <translation>各部分互相重叠</translation>
    </message>
    <message>
        <source>its points make no face</source>
        <translation>其关键点不构成人脸</translation>
    </message>
    <message>
        <source>its tags lie over one another</source>
        <translation>各标签互相重叠</translation>
    </message>
    <message>
        <source>some of the camera&apos;s tags</source>
        <translation>相机的部分标签</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>that the colours are sRGB</source>
        <translation>颜色为 sRGB 的说明</translation>
    </message>
    <message>
        <source>the EXIF block</source>
        <translation>EXIF 数据</translation>
    </message>
    <message>
        <source>the IPTC block</source>
        <translation>IPTC 数据</translation>
    </message>
    <message>
        <source>the XMP packet</source>
        <translation>XMP 数据</translation>
    </message>
    <message>
        <source>the background colour</source>
        <translation>背景色</translation>
    </message>
    <message>
        <source>the brightness it was made for (cLLI)</source>
        <translation>适用的亮度 (cLLI)</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>颜色配置文件</translation>
    </message>
    <message>
        <source>the colour space (cICP)</source>
        <translation>色彩空间 (cICP)</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>the display it was made for (mDCV)</source>
        <translation>适用的显示器 (mDCV)</translation>
    </message>
    <message>
        <source>the extended part of the XMP packet</source>
        <translation>XMP 数据的扩展部分</translation>
    </message>
    <message>
        <source>the gamma of the colours (gAMA)</source>
        <translation>颜色的伽马值 (gAMA)</translation>
    </message>
    <message>
        <source>the layers of Photoshop</source>
        <translation>Photoshop 图层</translation>
    </message>
    <message>
        <source>the number of significant bits (sBIT)</source>
        <translation>有效位数 (sBIT)</translation>
    </message>
    <message>
        <source>the picture data are broken</source>
        <translation>图片数据损坏</translation>
    </message>
    <message>
        <source>the primaries of the colours (cHRM)</source>
        <translation>颜色的原色 (cHRM)</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>the time of the last change</source>
        <translation>最后更改时间</translation>
    </message>
    <message>
        <source>the transfer function of the colours</source>
        <translation>颜色的传递函数</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>透明度</translation>
    </message>
    <message>
        <source>two parts have one name</source>
        <translation>两个部分同名</translation>
    </message>
    <message>
        <source>what Photoshop keeps (paths, guides)</source>
        <translation>Photoshop 保存的内容（路径、参考线）</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>无法读取 {name}</translation>
    </message>
    <message>
        <source>{name} does not fit into memory.</source>
        <translation>{name} 无法放入内存。</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} 与所述大小不符</translation>
    </message>
    <message>
        <source>{name} is always compressed.</source>
        <translation>{name} 总是压缩的。</translation>
    </message>
    <message>
        <source>{name} is not a PNG picture</source>
        <translation>{name} 不是 PNG 图片</translation>
    </message>
</context>
<context>
    <name>FaceClasses</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>左眼</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>右眼</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>左眉</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>右眉</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>左耳</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>右耳</translation>
    </message>
    <message>
        <source>Mouth (inside)</source>
        <translation>口腔</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>项链</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>脖子</translation>
    </message>
    <message>
        <source>Cloth</source>
        <translation>衣服</translation>
    </message>
</context>
<context>
    <name>FaceClassesInSentences</name>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>左眼</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>右眼</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>左眉</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>右眉</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>左耳</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>右耳</translation>
    </message>
    <message>
        <source>mouth (inside)</source>
        <translation>口腔</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>项链</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>脖子</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>衣服</translation>
    </message>
</context>
<context>
    <name>FaceParts</name>
    <message>
        <source>Whole face</source>
        <translation>整张脸</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Eye on the left</source>
        <translation>左侧眼睛</translation>
    </message>
    <message>
        <source>Eye on the right</source>
        <translation>右侧眼睛</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Clothes and background</source>
        <translation>衣服和背景</translation>
    </message>
</context>
<context>
    <name>FacePoints</name>
    <message>
        <source>eye on the left</source>
        <translation>画面左侧的眼睛</translation>
    </message>
    <message>
        <source>eye on the right</source>
        <translation>画面右侧的眼睛</translation>
    </message>
    <message>
        <source>nose tip</source>
        <translation>鼻尖</translation>
    </message>
    <message>
        <source>mouth corner on the left</source>
        <translation>画面左侧的嘴角</translation>
    </message>
    <message>
        <source>mouth corner on the right</source>
        <translation>画面右侧的嘴角</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>No face yet.</source>
        <translation>还没有人脸。</translation>
    </message>
    <message>
        <source>The face whose points and layout you edit; one without its tick is left as it is. They are restored in this order, at first row by row in a group, else the largest before the others; one that you place gets the next number. The numbers are those on the photo.</source>
        <translation>正在编辑其点和布局的人脸；未勾选的保持原样。按此顺序修复，起初合影中逐行排列，否则最大的在前；您放置的人脸得到下一个编号。编号与照片上的一致。</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>置信度 {share}</translation>
    </message>
    <message>
        <source>with layout</source>
        <translation>有布局</translation>
    </message>
    <message>
        <source>no layout yet</source>
        <translation>尚无布局</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Face {number}   {source}, {state}</source>
        <translation>人脸 {number}   {source}，{state}</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>What is masked is not restored in it: that takes Generate. What was filled by hand is.</source>
        <translation>遮罩覆盖的部分尚未修复:需先执行“生成”。手工填补的部分已包含在内。</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result was made. It is saved as it is in sight; Generate makes it anew.</source>
        <translation>此结果生成之后,遮罩或布局已更改。将按当前所见保存;“生成”会重新制作。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Photos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</source>
        <translation>照片 (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Projects (*.facerestore)</source>
        <translation>项目 (*.facerestore)</translation>
    </message>
    <message>
        <source>Photos and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>照片和项目 (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>Masks and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>蒙版和项目 (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>OpenRaster (*.ora);;TIFF, a page for each layer (*.tif *.tiff)</source>
        <translation>OpenRaster (*.ora);;TIFF，每个图层一页 (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Open a portrait</source>
        <translation>打开人像</translation>
    </message>
    <message>
        <source>Open a portrait or a project</source>
        <translation>打开人像或项目</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>{name} 在哪里？</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>导入蒙版</translation>
    </message>
    <message>
        <source>Load a layout</source>
        <translation>载入布局</translation>
    </message>
    <message>
        <source>Photographs of the same person</source>
        <translation>同一个人的照片</translation>
    </message>
    <message>
        <source>Mask or project of the photograph</source>
        <translation>照片的蒙版或项目</translation>
    </message>
    <message>
        <source>Look for the person in a folder</source>
        <translation>在文件夹中查找此人</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>导出蒙版</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Save in layers</source>
        <translation>以图层保存</translation>
    </message>
    <message>
        <source>The photo is turned, straightened or cropped.</source>
        <translation>照片已旋转、拉直或裁剪。</translation>
    </message>
    <message>
        <source>Save the layers as the scan lies, or as you see it?</source>
        <translation>图层按扫描件原样保存，还是按您看到的样子保存？</translation>
    </message>
    <message>
        <source>As the scan lies</source>
        <translation>按扫描件原样</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>按所见</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未保存的工作</translation>
    </message>
    <message>
        <source>This would be lost:</source>
        <translation>以下内容将会丢失：</translation>
    </message>
    <message>
        <source>Save all of it as a project first?</source>
        <translation>是否先全部保存为项目？</translation>
    </message>
    <message>
        <source>A folder is being restored</source>
        <translation>正在修复文件夹</translation>
    </message>
    <message>
        <source>Photos that are not restored yet: {count}.</source>
        <translation>尚未修复的照片：{count} 张。</translation>
    </message>
    <message>
        <source>Stop here? The same folder goes on from there another time.</source>
        <translation>在此停止吗？下次可从此处继续处理同一文件夹。</translation>
    </message>
</context>
<context>
    <name>FileTasks</name>
    <message>
        <source>Find faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>How the face lies</source>
        <translation>人脸的方向</translation>
    </message>
    <message>
        <source>Saved as it is in sight</source>
        <translation>已按当前所见保存</translation>
    </message>
    <message>
        <source>{file} has all of the scan, as it lies. Save as viewed is a choice of the dialog that saves.</source>
        <translation>{file} 包含整个扫描件的原样。可在保存对话框中选择按所见保存。</translation>
    </message>
    <message>
        <source>Saved, as the scan lies</source>
        <translation>已按扫描件原样保存</translation>
    </message>
    <message>
        <source>Saved; this is to be known of the file</source>
        <translation>已保存;关于文件请注意</translation>
    </message>
    <message>
        <source>Saved as JPEG</source>
        <translation>已保存为 JPEG</translation>
    </message>
    <message>
        <source>JPEG cannot keep the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG 无法精确保留未触及的像素；PNG 和 TIFF 可以。</translation>
    </message>
    <message>
        <source>In which order are the classes numbered?</source>
        <translation>类别按什么顺序编号？</translation>
    </message>
    <message>
        <source>{name} does not say it, and a wrong order looks plausible.</source>
        <translation>{name} 未说明，而错误的顺序看起来也像是对的。</translation>
    </message>
    <message>
        <source>{name} names damage classes, but has greys that belong to none of them, as after work in another program. It was read as a plain mask: all that is light is damage.</source>
        <translation>{name} 写有损伤类别，但含有不属于任何类别的灰度，例如在其他程序中编辑过。已按普通蒙版读取：所有亮处都是损伤。</translation>
    </message>
    <message>
        <source>The mask lost its classes</source>
        <translation>蒙版丢失了类别</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <source>Ring: it has a mask; disc: restored; tick: saved as a picture</source>
        <translation>圆环：有蒙版；圆点：已修复；勾号：已保存为图片</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>尚未处理</translation>
    </message>
    <message>
        <source>has a mask</source>
        <translation>有蒙版</translation>
    </message>
    <message>
        <source>restored, not saved as a picture</source>
        <translation>已修复，未保存为图片</translation>
    </message>
    <message>
        <source>restored and saved</source>
        <translation>已修复并保存</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse...</source>
        <translation>浏览...</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>浏览：{name}</translation>
    </message>
</context>
<context>
    <name>FramingPage</name>
    <message>
        <source>Angle of straightening in degrees</source>
        <translation>拉直角度（度）</translation>
    </message>
    <message>
        <source>How far the photo is turned clockwise to stand straight</source>
        <translation>为使照片端正而顺时针旋转的角度</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>{width} x {height} px of {all_width} x {all_height}</source>
        <translation>{width} x {height} px，共 {all_width} x {all_height}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>指南页面</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>指南目录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>在此页中查找</translation>
    </message>
    <message>
        <source>Find before</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>此页中没有</translation>
    </message>
    <message>
        <source>Some of this page is in English.</source>
        <translation>本页部分内容为英文。</translation>
    </message>
</context>
<context>
    <name>HealTool</name>
    <message>
        <source>All around the brush is damage that is still to be repaired, so there is nothing to take.</source>
        <translation>画笔周围都是尚待修复的损伤，因此没有可取的内容。</translation>
    </message>
    <message>
        <source>This place cannot be healed</source>
        <translation>此处无法修复</translation>
    </message>
</context>
<context>
    <name>HeldKeys</name>
    <message>
        <source>Show the original while the key is held</source>
        <translation>按住时显示原图</translation>
    </message>
    <message>
        <source>Move the view while the key is held</source>
        <translation>按住时移动视图</translation>
    </message>
    <message>
        <source>Digit {digit} of a class&apos;s number; 1 and 3 pick class 13</source>
        <translation>类别编号的数字 {digit}；1 和 3 选择类别 13</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drag to move the view. The wheel zooms.</source>
        <translation>拖动以移动视图。滚轮缩放。</translation>
    </message>
    <message>
        <source>Paint over the damage. The right button erases, Shift+click draws a straight line.</source>
        <translation>涂抹损伤处。右键擦除，Shift+单击画直线。</translation>
    </message>
    <message>
        <source>What you erase stays as it is in the photo.</source>
        <translation>擦除的地方在照片中保持原样。</translation>
    </message>
    <message>
        <source>Draw round the damage. Alt or the right button takes away.</source>
        <translation>圈出损伤。Alt 或右键减去。</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes one back.</source>
        <translation>逐点单击；回车或双击闭合，退格撤回一点。</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a square, Alt takes away.</source>
        <translation>从一角拖到另一角。Shift 画正方形，Alt 减去。</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a circle, Alt takes away.</source>
        <translation>从一角拖到另一角。Shift 画圆，Alt 减去。</translation>
    </message>
    <message>
        <source>Click what has one colour; drag to the right for more of it, to the left for less. Alt takes away.</source>
        <translation>点击颜色一致的地方；向右拖动选得更多，向左更少。Alt 为减去。</translation>
    </message>
    <message>
        <source>Click both ends of a scratch, or one and Enter. Shift: straight, Alt takes away, Esc gives up.</source>
        <translation>单击划痕两端，或单击一端后按回车。Shift：直线，Alt 减去，Esc 放弃。</translation>
    </message>
    <message>
        <source>Click suggested damage to take or refuse it; trim it with the eraser{keys}.</source>
        <translation>单击建议的损伤以接受或拒绝；用橡皮擦修整{keys}。</translation>
    </message>
    <message>
        <source>Paint over a speck or a scratch: it is healed at once. The right button takes that off again.</source>
        <translation>涂抹斑点或划痕，立即修复。右键可撤去。</translation>
    </message>
    <message>
        <source>Alt+click or the right button says where to copy from; then paint over the damage.</source>
        <translation>Alt+单击或右键指定复制来源；然后涂抹损伤处。</translation>
    </message>
    <message>
        <source>Paint {name} into the layout. The right button paints background.</source>
        <translation>在布局中绘制：{name}。右键绘制背景。</translation>
    </message>
    <message>
        <source>Click a region of the layout to fill it with {name}.</source>
        <translation>单击布局区域以填充：{name}。</translation>
    </message>
    <message>
        <source>Click the layout to pick a class.</source>
        <translation>单击布局以拾取类别。</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter fills it with {name}, Backspace takes one back.</source>
        <translation>逐点单击；回车填充（{name}），退格撤回一点。</translation>
    </message>
    <message>
        <source>Draw roughly round what is {name}: it goes to the edges of the photo nearby.</source>
        <translation>粗略圈出（{name}）：线条会贴合附近的照片边缘。</translation>
    </message>
    <message>
        <source>Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it.</source>
        <translation>单击眼睛、眉毛、嘴等：拖动它、控制柄或旋钮。方向键移动。</translation>
    </message>
    <message>
        <source>Paint what is taken from the candidate in hand; Shift+click takes a whole part.</source>
        <translation>涂抹要取自当前候选的部分；Shift+单击选取整个部位。</translation>
    </message>
    <message>
        <source>Drag a handle, the crop, or a new one. Shift keeps the ratio of the sides. The scan stays whole.</source>
        <translation>拖动控制点、裁剪框或拉出新的裁剪框。按住 Shift 保持长宽比。扫描件保持完整。</translation>
    </message>
    <message>
        <source>Draw a line along something that should be level or upright, or type the angle.</source>
        <translation>沿着本应水平或垂直的物体画一条线，或输入角度。</translation>
    </message>
    <message>
        <source>Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next.</source>
        <translation>拖动点、边框或其角。方向键移动点，回车选择下一个。</translation>
    </message>
    <message>
        <source>Click the five points of the face.</source>
        <translation>请单击人脸的五个关键点。</translation>
    </message>
    <message>
        <source>Arrow keys and numbers look at other candidates{flip}. Use the one in sight{use}, or Esc goes back.</source>
        <translation>方向键和数字键查看其他候选{flip}。使用当前显示的候选{use}，或按 Esc 返回。</translation>
    </message>
    <message>
        <source>Restored. Save the picture{keys}, or paint over what is still to be done.</source>
        <translation>已修复。请保存图片{keys}，或继续涂抹还需修复的地方。</translation>
    </message>
    <message>
        <source>Open a portrait to begin.</source>
        <translation>打开一张人像以开始。</translation>
    </message>
    <message>
        <source>Add a face first.</source>
        <translation>请先添加人脸。</translation>
    </message>
    <message>
        <source>Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}.</source>
        <translation>方向键移动光标，Shift 大步，Ctrl 逐像素。按下工具{keys}。</translation>
    </message>
    <message>
        <source>Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back.</source>
        <translation>方向键绘制，Shift 大步，Ctrl 逐像素。回车抬起{keys}，Esc 撤回。</translation>
    </message>
    <message>
        <source>There is no layout yet: predict one{keys}.</source>
        <translation>还没有布局：请预测{keys}。</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go there</source>
        <translation>单击某一步，或在其上按回车键，即可前往</translation>
    </message>
    <message>
        <source>Earlier steps are forgotten</source>
        <translation>更早的步骤已不再保留</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>{step}, the present state</source>
        <translation>{step}，当前状态</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}，已撤销</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Check this installation</source>
        <translation>检查此安装</translation>
    </message>
    <message>
        <source>Looking at networks, memory, folders and files ...</source>
        <translation>正在查看网络、内存、文件夹和文件 ...</translation>
    </message>
    <message>
        <source>What</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>As text, for a message to those who help you; folders are named in it</source>
        <translation>以文本形式，用于发给帮助您的人；其中会列出文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Something is broken; what to do stands beside it.</source>
        <translation>有东西损坏了；旁边写着该怎么办。</translation>
    </message>
    <message>
        <source>Everything needed is here; something deserves attention.</source>
        <translation>所需的一切都在；有些地方需要注意。</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translation>所需的一切都在。</translation>
    </message>
</context>
<context>
    <name>KeyCursor</name>
    <message>
        <source>Down</source>
        <translation>已按下</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>已抬起</translation>
    </message>
    <message>
        <source>Cursor at {x}, {y}</source>
        <translation>光标位于 {x}, {y}</translation>
    </message>
</context>
<context>
    <name>KeysWithoutAction</name>
    <message>
        <source>Middle button</source>
        <translation>中键</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视图</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Ctrl+Wheel, Alt+Wheel</source>
        <translation>Ctrl+滚轮，Alt+滚轮</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Alt+click, with a tool of the layout</source>
        <translation>Alt+单击，使用布局工具时</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>拾取指针下的类别</translation>
    </message>
    <message>
        <source>Alt+click or right button, with the clone brush</source>
        <translation>Alt+单击或右键，使用仿制画笔时</translation>
    </message>
    <message>
        <source>Copy from there</source>
        <translation>从该处复制</translation>
    </message>
    <message>
        <source>Right button, with the heal brush</source>
        <translation>右键，使用修复画笔时</translation>
    </message>
    <message>
        <source>Take off what was filled by hand</source>
        <translation>去除手动填充的内容</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Erase with the brush; background with the class brush</source>
        <translation>画笔时擦除；类别画笔时绘制背景</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>A straight stroke from where the last one ended</source>
        <translation>从上一笔末端画直线</translation>
    </message>
    <message>
        <source>Shift, with rectangle and ellipse</source>
        <translation>Shift，使用矩形和椭圆时</translation>
    </message>
    <message>
        <source>A square, a circle</source>
        <translation>正方形、圆</translation>
    </message>
    <message>
        <source>Alt or right button, with shapes and wand</source>
        <translation>Alt 或右键，使用形状和魔棒时</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>从蒙版中减去</translation>
    </message>
    <message>
        <source>Enter or double click, with the polygon</source>
        <translation>回车或双击，使用多边形时</translation>
    </message>
    <message>
        <source>Close it; Backspace takes the last corner back, Esc gives it up</source>
        <translation>闭合；退格撤回最后一点，Esc 放弃</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>手写笔</translation>
    </message>
    <message>
        <source>Pressure sets the size, its other end erases</source>
        <translation>笔压控制大小，另一端擦除</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown</source>
        <translation>移动视图、对比时的分隔线、所选关键点，或已显示的光标</translation>
    </message>
    <message>
        <source>Arrow keys and digits, while a candidate is looked at</source>
        <translation>方向键和数字键（正在查看候选时）</translation>
    </message>
    <message>
        <source>Look at the one beside it, or at the one of that number</source>
        <translation>查看旁边的候选，或该编号的候选</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrow keys</source>
        <translation>Shift 或 Ctrl 加方向键</translation>
    </message>
    <message>
        <source>A long step; with the cursor and Ctrl a step of one pixel</source>
        <translation>大步移动；光标加 Ctrl 时移动一个像素</translation>
    </message>
    <message>
        <source>Enter, with the points tool</source>
        <translation>回车，使用关键点工具时</translation>
    </message>
    <message>
        <source>Choose the next face point</source>
        <translation>选择下一个关键点</translation>
    </message>
    <message>
        <source>Enter and arrow keys, with Move part</source>
        <translation>回车和方向键，使用“移动部位”时</translation>
    </message>
    <message>
        <source>Pick the part of the class in hand; move it</source>
        <translation>选中当前类别的部位；移动它</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>LayoutEdits</name>
    <message>
        <source>Polygon of {name}</source>
        <translation>多边形：{name}</translation>
    </message>
    <message>
        <source>Mirror {name}</source>
        <translation>镜像：{name}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>重置：{name}</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Smart edge of {name}</source>
        <translation>智能边缘：{name}</translation>
    </message>
</context>
<context>
    <name>LayoutPredictions</name>
    <message>
        <source>Alternative {number}</source>
        <translation>备选 {number}</translation>
    </message>
</context>
<context>
    <name>LayoutSection</name>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Load...</source>
        <translation>载入...</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>保存...</translation>
    </message>
    <message>
        <source>Reset class</source>
        <translation>重置类别</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>备选布局</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the layout over the photo</source>
        <translation>布局在照片上的不透明度</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>类别颜色</translation>
    </message>
    <message>
        <source>Colours of the classes: as usual, or told apart with any colour vision, with patterns</source>
        <translation>类别颜色：常用配色，或任何色觉都能区分的带图案配色</translation>
    </message>
</context>
<context>
    <name>LegendModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>{name} shown</source>
        <translation>{name} 已显示</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name} 已隐藏</translation>
    </message>
    <message>
        <source>{name} locked</source>
        <translation>{name} 已锁定</translation>
    </message>
    <message>
        <source>{name} not locked</source>
        <translation>{name} 未锁定</translation>
    </message>
    <message>
        <source>Show this class in the overlay (Space)</source>
        <translation>在叠加层中显示此类别（空格键）</translation>
    </message>
    <message>
        <source>Lock this class: painting never changes it (Return)</source>
        <translation>锁定此类别：绘制不会改变它（回车）</translation>
    </message>
    <message>
        <source>Click to paint with this class. Left and right are the person&apos;s own</source>
        <translation>单击以用此类别绘制。左右以人物自身为准</translation>
    </message>
    <message>
        <source>Type this number to pick the class</source>
        <translation>输入此编号以选择类别</translation>
    </message>
    <message>
        <source>Share of the face crop</source>
        <translation>在人脸裁切中的占比</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Classes of the layout</source>
        <translation>布局的类别</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Candidate that is looked at</source>
        <translation>正在查看的候选</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Show the result again  (Esc)</source>
        <translation>重新显示结果  (Esc)</translation>
    </message>
    <message>
        <source>seed {seed}, for: {part}</source>
        <translation>种子 {seed}，用于：{part}</translation>
    </message>
    <message>
        <source>seed {seed}, in use for: {part}</source>
        <translation>种子 {seed}，正用于：{part}</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Loupe</source>
        <translation>放大镜</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All come back with the same key{keys}, or with Esc.</source>
        <translation>用同一按键{keys}或 Esc 可全部恢复。</translation>
    </message>
    <message>
        <source>The panels are put away</source>
        <translation>面板已收起</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>人像</translation>
    </message>
</context>
<context>
    <name>MaskEdits</name>
    <message>
        <source>Magic wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>描摹划痕</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>扩展蒙版</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>收缩蒙版</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>平滑蒙版</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>去除小点</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>反转蒙版</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>清除蒙版</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>导入蒙版</translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>删除类别</translation>
    </message>
</context>
<context>
    <name>MaskSection</name>
    <message>
        <source>Mask</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>What the tools of the mask paint, and what is done about it</source>
        <translation>蒙版工具绘制什么，以及如何处理</translation>
    </message>
    <message>
        <source>Paint as</source>
        <translation>绘制为</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the mask overlay</source>
        <translation>蒙版叠加层的不透明度</translation>
    </message>
    <message>
        <source>Colour of the mask overlay</source>
        <translation>蒙版叠加层的颜色</translation>
    </message>
    <message>
        <source>Overlay colour</source>
        <translation>叠加层颜色</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Pixels to change the mask by</source>
        <translation>更改蒙版的像素数</translation>
    </message>
    <message>
        <source>By how much the mask is grown, shrunk or smoothed; specks are smaller than its square</source>
        <translation>蒙版扩展、收缩或平滑的量；小点指小于其平方的区域</translation>
    </message>
    <message>
        <source>Change by</source>
        <translation>更改量</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>导入...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>导出...</translation>
    </message>
    <message>
        <source>Class of damage to paint</source>
        <translation>要绘制的损伤类别</translation>
    </message>
    <message>
        <source>What is done about this class</source>
        <translation>如何处理此类别</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>编辑...</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>蒙版(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>人脸(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>导航器</translation>
    </message>
    <message>
        <source>The whole photo; arrow keys move the part that the canvas shows.</source>
        <translation>整张照片；方向键移动画布显示的部分。</translation>
    </message>
    <message>
        <source>Drag to move the part of the photo that is shown; the wheel zooms</source>
        <translation>拖动以移动照片的可见部分；滚轮缩放</translation>
    </message>
</context>
<context>
    <name>NotesButton</name>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Notes, to be read again:</source>
        <translation>可再次查看的提示：</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开一张照片。</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>请先保存项目。</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>请先打开一个文件夹。</translation>
    </message>
    <message>
        <source>There is no photo before this one in the filmstrip.</source>
        <translation>胶片条中这张照片之前没有照片。</translation>
    </message>
    <message>
        <source>There is no photo after this one in the filmstrip.</source>
        <translation>胶片条中这张照片之后没有照片。</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it with Esc.</source>
        <translation>请等待当前工作完成，或按 Esc 取消。</translation>
    </message>
    <message>
        <source>The mask is empty. Paint over the damage with the brush first.</source>
        <translation>蒙版为空。请先用画笔涂抹损伤处。</translation>
    </message>
    <message>
        <source>No face is known yet. Find or add one first.</source>
        <translation>还没有人脸。请先查找或添加一张人脸。</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>只有一张人脸。</translation>
    </message>
    <message>
        <source>The face has no layout yet. Predict it first.</source>
        <translation>这张人脸还没有布局。请先预测。</translation>
    </message>
    <message>
        <source>The layout is as it was predicted, or was never predicted.</source>
        <translation>布局与预测的相同，或从未预测过。</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it first.</source>
        <translation>还没有结果。请先生成。</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it, or heal something by hand first.</source>
        <translation>还没有结果。请先生成，或手动修复一处。</translation>
    </message>
    <message>
        <source>Compare original and result first.</source>
        <translation>请先对比原图和结果。</translation>
    </message>
    <message>
        <source>The face has no second candidate yet. Make more of them first.</source>
        <translation>该人脸还没有第二个候选。请先生成更多候选。</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Choose one with a network in the Restore section for several.</source>
        <translation>这种修复方式只给出一个结果。要得到多个结果，请在“修复”部分选择使用网络的方式。</translation>
    </message>
    <message>
        <source>This way of restoring borrows from no photograph. Choose another one in the Restore section.</source>
        <translation>这种修复方式不借用其他照片。请在“修复”部分另选一种。</translation>
    </message>
    <message>
        <source>Nothing is suggested. Find damage first.</source>
        <translation>没有建议。请先查找损伤。</translation>
    </message>
    <message>
        <source>Take a tool other than the hand first.</source>
        <translation>请先选择抓手以外的工具。</translation>
    </message>
    <message>
        <source>The scan is shown as it lies already.</source>
        <translation>扫描件已按原样显示。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
</context>
<context>
    <name>OriginLegend</name>
    <message>
        <source>invented by the network</source>
        <translation>由网络虚构</translation>
    </message>
    <message>
        <source>from the other half of the face</source>
        <translation>取自人脸的另一半</translation>
    </message>
    <message>
        <source>from other photographs</source>
        <translation>取自其他照片</translation>
    </message>
    <message>
        <source>filled from its surroundings</source>
        <translation>由周围填充</translation>
    </message>
    <message>
        <source>filled by hand</source>
        <translation>手动填充</translation>
    </message>
    <message>
        <source>mixed by share</source>
        <translation>按比例混合</translation>
    </message>
    <message>
        <source>Colours of what was invented</source>
        <translation>虚构内容的颜色</translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>CelebAMask-HQ colours</source>
        <translation>CelebAMask-HQ 配色</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>色盲友好</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Take out of the window, or put back</source>
        <translation>移出窗口，或放回</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>Part of the face</source>
        <translation>人脸部位</translation>
    </message>
    <message>
        <source>{part}: from candidate {number}</source>
        <translation>{part}：来自候选 {number}</translation>
    </message>
    <message>
        <source>{part}: from candidates {numbers}</source>
        <translation>{part}：来自候选 {numbers}</translation>
    </message>
    <message>
        <source>This part takes the candidate that is used, and this part&apos;s strength is set</source>
        <translation>所使用的候选用于此部位，强度也针对此部位设置</translation>
    </message>
</context>
<context>
    <name>PartTool</name>
    <message>
        <source>Move {name}</source>
        <translation>移动：{name}</translation>
    </message>
</context>
<context>
    <name>PercentSlider</name>
    <message>
        <source>{name} in percent</source>
        <translation>{name}（百分比）</translation>
    </message>
</context>
<context>
    <name>Percentages</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>PlacingHint</name>
    <message>
        <source>Click the {name}, {number} of 5</source>
        <translation>单击{name}，第 {number} 个，共 5 个</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Or draw a box round the face. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>第 {number} 个，共 5 个：单击&lt;b&gt;{name}&lt;/b&gt;。或在人脸周围拉一个框。退格撤回一个，回车放置全部，Esc 结束。</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>第 {number} 个，共 5 个：单击&lt;b&gt;{name}&lt;/b&gt;。退格撤回一个，回车放置全部，Esc 结束。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Format of restored photos</source>
        <translation>修复后照片的格式(&amp;F)</translation>
    </message>
    <message>
        <source>TIFF for a TIFF, else PNG</source>
        <translation>TIFF 照片用 TIFF,其余用 PNG</translation>
    </message>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP,无损</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>位深(&amp;D)</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>8 bit, also of 16 bit photos</source>
        <translation>8 位,16 位照片也是</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>元数据(&amp;M)</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>保留照片的全部信息</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>仅颜色配置文件和分辨率</translation>
    </message>
    <message>
        <source>Say in the file that it was re&amp;stored</source>
        <translation>在文件中注明经过修复(&amp;S)</translation>
    </message>
    <message>
        <source>Write the &amp;record of what was done beside it</source>
        <translation>在旁边写入处理记录(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Projects are kept</source>
        <translation>项目保存在(&amp;P)</translation>
    </message>
    <message>
        <source>Beside their photos</source>
        <translation>照片旁边</translation>
    </message>
    <message>
        <source>In the program&apos;s own folder</source>
        <translation>程序自己的文件夹</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>All, for research and private use</source>
        <translation>全部，用于研究和私人用途</translation>
    </message>
    <message>
        <source>From the public domain, for paid work too</source>
        <translation>来自公有领域，也可用于有偿工作</translation>
    </message>
    <message>
        <source>S&amp;et of networks</source>
        <translation>网络组(&amp;E)</translation>
    </message>
    <message>
        <source>Those for paid work find faces, and paint none</source>
        <translation>可用于有偿工作的网络只寻找面部，不绘制面部</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS is set, and wins: {name}</source>
        <translation>已设置 FACERESTORE_WEIGHTS，以它为准：{name}</translation>
    </message>
    <message>
        <source>Another set is used from the next start on</source>
        <translation>更改网络组后，下次启动时生效</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>The fastest that is there</source>
        <translation>可用的最快设备</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Processor, by ONNX Runtime</source>
        <translation>处理器（ONNX Runtime）</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Metal)</source>
        <translation>Mac 图形处理器 (Metal)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>显卡（DirectML）</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Core ML)</source>
        <translation>Mac 图形处理器 (Core ML)</translation>
    </message>
    <message>
        <source>Networks run &amp;on</source>
        <translation>网络运行于(&amp;O)</translation>
    </message>
    <message>
        <source>Now: {device}</source>
        <translation>当前:{device}</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>全部核心</translation>
    </message>
    <message>
        <source>How many threads the networks may use of the processor</source>
        <translation>网络可以使用处理器的多少线程</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>核心数(&amp;C)</translation>
    </message>
    <message>
        <source>Memory for &amp;undo</source>
        <translation>撤销可用的内存(&amp;U)</translation>
    </message>
    <message>
        <source>Beyond it the oldest steps are forgotten</source>
        <translation>超出后会忘记最早的步骤</translation>
    </message>
</context>
<context>
    <name>PresetsButton</name>
    <message>
        <source>Brushes kept by name: size, hardness and class of damage</source>
        <translation>按名称保存的画笔：大小、硬度和损伤类别</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>画笔预设</translation>
    </message>
    <message>
        <source>Keep this brush...</source>
        <translation>保存此画笔...</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep this brush</source>
        <translation>保存此画笔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>PreviewLabel</name>
    <message>
        <source>State of the live preview</source>
        <translation>实时预览的状态</translation>
    </message>
    <message>
        <source>Live preview: {state}</source>
        <translation>实时预览：{state}</translation>
    </message>
</context>
<context>
    <name>PreviewState</name>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting for the edit to end</source>
        <translation>等待编辑结束</translation>
    </message>
    <message>
        <source>Painting the preview</source>
        <translation>正在绘制预览</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Predict a layout first</source>
        <translation>请先预测布局</translation>
    </message>
    <message>
        <source>No damage in this face</source>
        <translation>此人脸没有损伤</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>因错误停止</translation>
    </message>
</context>
<context>
    <name>ProjectKeeping</name>
    <message>
        <source>{reason} What you do is in the journal only. Save the project to another place.</source>
        <translation>{reason} 您的操作仅记录在日志中。请将项目保存到别处。</translation>
    </message>
    <message>
        <source>The project cannot be kept</source>
        <translation>无法自动保存项目</translation>
    </message>
    <message>
        <source>Its work is left as it is. Yours is kept in {name} from now on.</source>
        <translation>那边的工作保持不变。您的工作从现在起保存在 {name} 中。</translation>
    </message>
    <message>
        <source>Another window works on this project</source>
        <translation>另一个窗口正在处理此项目</translation>
    </message>
</context>
<context>
    <name>ProjectTasks</name>
    <message>
        <source>Open the photo without it</source>
        <translation>不使用项目，直接打开照片</translation>
    </message>
    <message>
        <source>Open the version before</source>
        <translation>打开之前的版本</translation>
    </message>
    <message>
        <source>No file was changed. Save it to go on from here: what is in the file now is kept as a version.</source>
        <translation>没有更改任何文件。保存即可从此处继续：文件中现有内容会保留为一个版本。</translation>
    </message>
    <message>
        <source>This is an earlier version</source>
        <translation>这是早期版本</translation>
    </message>
    <message>
        <source>Its work is not in what you have just saved. It is kept: File &gt; Open an earlier version shows it.</source>
        <translation>那里的工作不在您刚刚保存的内容中，但已保留：可通过“文件 &gt; 打开早期版本”查看。</translation>
    </message>
    <message>
        <source>Another window had saved this project meanwhile</source>
        <translation>另一个窗口在此期间保存过此项目</translation>
    </message>
    <message>
        <source>The disk is nearly full, so the version before was not kept. Free some space.</source>
        <translation>磁盘快满了，因此未保留之前的版本。请释放空间。</translation>
    </message>
    <message>
        <source>The project is saved, but the system did not let the version before be kept beside it.</source>
        <translation>项目已保存，但系统不允许在旁边保留之前的版本。</translation>
    </message>
    <message>
        <source>Saved, without the version before</source>
        <translation>已保存，但未保留之前的版本</translation>
    </message>
    <message>
        <source>The project&apos;s photo is not where it was</source>
        <translation>项目的照片不在原来的位置</translation>
    </message>
    <message>
        <source>{name} is neither in {folder} nor beside the project.</source>
        <translation>{name} 既不在 {folder} 中，也不在项目旁边。</translation>
    </message>
    <message>
        <source>Find the photo...</source>
        <translation>查找照片...</translation>
    </message>
    <message>
        <source>Find another...</source>
        <translation>查找其他...</translation>
    </message>
    <message>
        <source>{name} has another size, depth or mode than the photo that the project was made with.</source>
        <translation>{name} 的尺寸、位深或模式与制作项目时的照片不同。</translation>
    </message>
    <message>
        <source>The photo does not fit the project</source>
        <translation>照片与项目不符</translation>
    </message>
    <message>
        <source>{path} is not the file that the project was made with, but it has its size.</source>
        <translation>{path} 不是制作项目时的文件，但尺寸相同。</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>The project&apos;s photo has changed</source>
        <translation>项目的照片已更改</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>清除列表(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Nothing to recover</source>
        <translation>没有可恢复的内容</translation>
    </message>
    <message>
        <source>All that was not saved is open, or was closed.</source>
        <translation>所有未保存的内容都已打开或已关闭。</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>All is here, up to the last finished stroke.</source>
        <translation>一切都在，直到最后完成的一笔。</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未保存的工作</translation>
    </message>
    <message>
        <source>The program ended before this was saved. It can be recovered:</source>
        <translation>程序在保存之前结束。可以恢复以下内容：</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Put the chosen one aside. File &gt; Recover unsaved work has it for {days} days</source>
        <translation>将所选内容放到一边。{days} 天内可在“文件 &gt; 恢复未保存的工作”中找到</translation>
    </message>
    <message>
        <source>discarded; it is here until {date}</source>
        <translation>已丢弃；保留到 {date}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>下次启动时再询问</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation>最后更改于 {time}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskButton</name>
    <message>
        <source>What of this photograph is damaged or covered, and is not lent</source>
        <translation>这张照片中受损或被遮住、不借出的部分</translation>
    </message>
    <message>
        <source>&amp;Paint the mask of this photograph...</source>
        <translation>绘制这张照片的蒙版(&amp;P)...</translation>
    </message>
    <message>
        <source>Mask from a &amp;file or its project...</source>
        <translation>来自文件或其项目的蒙版(&amp;F)...</translation>
    </message>
    <message>
        <source>&amp;Without a mask</source>
        <translation>不用蒙版(&amp;W)</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>无蒙版</translation>
    </message>
    <message>
        <source>Mask {share}</source>
        <translation>蒙版 {share}</translation>
    </message>
    <message>
        <source>Mask of this photograph: {state}</source>
        <translation>这张照片的蒙版：{state}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskDialog</name>
    <message>
        <source>Mask of {file}</source>
        <translation>{file} 的蒙版</translation>
    </message>
    <message>
        <source>Paint over what is damaged, or covered by a hand or a hat. The right button takes paint away.</source>
        <translation>涂抹受损的部分，或被手、帽子遮住的部分。右键擦去涂抹。</translation>
    </message>
    <message>
        <source>The face in the photograph</source>
        <translation>照片中的面孔</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>画笔宽度</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ReferenceTasks</name>
    <message>
        <source>The open photo itself was left out.</source>
        <translation>已略去打开的照片本身。</translation>
    </message>
    <message>
        <source>{file} is masked like that already, or the mask lies beside its face.</source>
        <translation>{file} 已有这样的蒙版，或蒙版不在面孔上。</translation>
    </message>
    <message>
        <source>This mask changes nothing</source>
        <translation>此蒙版没有改变任何内容</translation>
    </message>
    <message>
        <source>A face borrows from at most {most} photographs; left out: {files}.</source>
        <translation>一张脸最多借用 {most} 张照片；已略去：{files}。</translation>
    </message>
    <message>
        <source>Photographs of the person</source>
        <translation>此人的照片</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}). Add photographs of the person by name.</source>
        <translation>脸有 {share} 被遮住，太多而无法判断是谁（最多 {most}）。请逐张添加此人的照片。</translation>
    </message>
    <message>
        <source>The folder was not searched</source>
        <translation>未搜索文件夹</translation>
    </message>
    <message>
        <source>Nobody like this person was found</source>
        <translation>没有找到像此人的照片</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>请逐一查看</translation>
    </message>
    <message>
        <source>Of {photos} photographs, {count} probably of the person.</source>
        <translation>{photos} 张照片中，可能是此人的有 {count} 张。</translation>
    </message>
    <message>
        <source>Those with a question mark may be of somebody else: {count}.</source>
        <translation>带问号的可能是别人：{count} 张。</translation>
    </message>
    <message>
        <source>Take or refuse each under References.</source>
        <translation>请在“参考照片”中逐一采用或拒绝。</translation>
    </message>
    <message>
        <source>Not read: {files}.</source>
        <translation>未能读取：{files}。</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} 以及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>ReferencesSection</name>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>Skin and hair</source>
        <translation>皮肤和头发</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>Faces to borrow from: Enter takes one, Delete takes it away</source>
        <translation>可以借用的脸：Enter 采用，Delete 移除</translation>
    </message>
    <message>
        <source>As View &gt; Show what was invented mixes its colours, summed up over the face</source>
        <translation>与“视图 &gt; 显示生成的内容”混合颜色的比例相同，在整张脸上合计</translation>
    </message>
    <message>
        <source>Which parts of the face this photograph may lend</source>
        <translation>这张照片可以借出脸的哪些部分</translation>
    </message>
    <message>
        <source>Parts that it lends</source>
        <translation>它借出的部分</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Borrow from this face</source>
        <translation>借用这张脸</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Borrow from all that probably show the person</source>
        <translation>借用所有可能是此人的照片</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Borrow from it no longer</source>
        <translation>不再借用它</translation>
    </message>
    <message>
        <source>{file}, in use</source>
        <translation>{file}，使用中</translation>
    </message>
    <message>
        <source>{file}, proposed</source>
        <translation>{file}，建议采用</translation>
    </message>
    <message>
        <source>{file}, perhaps the person</source>
        <translation>{file}，也许是此人</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Propose this face no longer</source>
        <translation>不再建议这张脸</translation>
    </message>
    <message>
        <source>{network} Network alone {own}, {mirror} mirror image {mirrored}</source>
        <translation>{network} 仅网络 {own}，{mirror} 镜像 {mirrored}</translation>
    </message>
    <message>
        <source>Probably the person: {file}</source>
        <translation>可能是此人：{file}</translation>
    </message>
    <message>
        <source>Perhaps: {file}</source>
        <translation>也许：{file}</translation>
    </message>
    <message>
        <source>Generate to borrow from {file}</source>
        <translation>生成后才会借用 {file}</translation>
    </message>
    <message>
        <source>{share} is from {file}</source>
        <translation>{share} 来自 {file}</translation>
    </message>
    <message>
        <source>Lends all</source>
        <translation>全部借出</translation>
    </message>
    <message>
        <source>Lends {parts}</source>
        <translation>借出{parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n 个部分</numerusform>
        </translation>
    </message>
    <message>
        <source>Lends nothing</source>
        <translation>不借出</translation>
    </message>
    <message>
        <source>Parts that it lends: {parts}</source>
        <translation>它借出的部分：{parts}</translation>
    </message>
</context>
<context>
    <name>RepeatedDialog</name>
    <message>
        <source>Damage that repeats</source>
        <translation>重复的损伤</translation>
    </message>
    <message>
        <source>These places look damaged in many scans of one size. Dust on the glass and the line of a roller do; a stamp, a frame number or a border that is printed on each card are no damage. What is damage goes into every mask of that size, what is none goes out of them.</source>
        <translation>这些位置在许多同尺寸的扫描件中看起来都有损伤，例如玻璃上的灰尘或滚轮的痕迹。印在每张卡片上的图章、编号或边框不是损伤。是损伤的会写入该尺寸的所有蒙版，不是的会从中去除。</translation>
    </message>
    <message>
        <source>&amp;All are damage</source>
        <translation>全部是损伤(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None is</source>
        <translation>全部不是(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Use answers</source>
        <translation>采用回答(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍后(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>No photos there</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>Choose or drop photos, a folder of photos or a project.</source>
        <translation>请选择或拖入照片、照片文件夹或项目。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>If a part of the face is not where it belongs, correct it; or generate.</source>
        <translation>如果人脸的某个部分位置不对，请纠正；否则可以生成。</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>This is the layout</source>
        <translation>这是布局</translation>
    </message>
    <message>
        <source>It begins when the faces are found.</source>
        <translation>找到人脸后开始。</translation>
    </message>
    <message>
        <source>Generate waits</source>
        <translation>生成正在等待</translation>
    </message>
    <message>
        <source>If there is one, show where it is. What is masked outside a face is filled from around it.</source>
        <translation>如果照片中有人脸，请指出其位置。人脸以外被遮盖的部分由周围内容填充。</translation>
    </message>
    <message>
        <source>Show the face</source>
        <translation>指出人脸</translation>
    </message>
    <message>
        <source>They lie on one spot. Click them again, apart from each other.</source>
        <translation>这些点重合在一起。请重新单击，彼此分开。</translation>
    </message>
    <message>
        <source>These points make no face</source>
        <translation>这些点不构成人脸</translation>
    </message>
    <message>
        <source>What you do now is kept in memory only ({reason}). Save the project; free some space on the disk.</source>
        <translation>此后的操作仅保存在内存中（{reason}）。请保存项目，并释放磁盘空间。</translation>
    </message>
    <message>
        <source>Autosave has stopped</source>
        <translation>自动保存已停止</translation>
    </message>
</context>
<context>
    <name>ReservedKeys</name>
    <message>
        <source>{keys} alone is no shortcut: press another key with it.</source>
        <translation>单独的 {keys} 不能作为快捷键：请同时按另一个键。</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas the arrow keys move the view, the cursor or what is picked.</source>
        <translation>{keys} 已保留：在画布上，方向键移动视图、光标或选中的内容。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it goes through lists and text fields.</source>
        <translation>{keys} 已保留：用于在列表和文本框中移动。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it finishes what is drawn on the canvas.</source>
        <translation>{keys} 已保留：用于完成画布上的绘制。</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas it takes back the last corner.</source>
        <translation>{keys} 已保留：在画布上撤回最后一点。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it presses buttons, and holds the hand on the canvas.</source>
        <translation>{keys} 已保留：用于按下按钮，以及在画布上使用抓手。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it always gives up what is under way.</source>
        <translation>{keys} 已保留：始终用于放弃正在进行的操作。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it moves the keyboard through the window.</source>
        <translation>{keys} 已保留：用于在窗口中移动键盘焦点。</translation>
    </message>
    <message>
        <source>{keys} cannot be held: choose a single key without Ctrl or Alt.</source>
        <translation>{keys} 不能用于按住：请选择不含 Ctrl 或 Alt 的单个键。</translation>
    </message>
    <message>
        <source>While a text field has the keyboard, {keys} serves that.</source>
        <translation>当文本框拥有键盘焦点时，{keys} 用于文本框。</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Restore</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Way to restore</source>
        <translation>修复方式</translation>
    </message>
    <message>
        <source>What each way to restore is good for</source>
        <translation>每种修复方式适合什么</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another one gives another version</source>
        <translation>相同的种子得到相同的结果；不同的种子得到不同的版本</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>保存图片...</translation>
    </message>
    <message>
        <source>Open a portrait first.</source>
        <translation>请先打开人像。</translation>
    </message>
    <message>
        <source>Accept the suggestions first.</source>
        <translation>请先接受建议。</translation>
    </message>
    <message>
        <source>Paint over the damage first.</source>
        <translation>请先涂抹损伤处。</translation>
    </message>
    <message>
        <source>Restores what the mask covers.</source>
        <translation>修复蒙版覆盖的内容。</translation>
    </message>
    <message>
        <source>Putting together what you chose ...</source>
        <translation>正在组合您的选择...</translation>
    </message>
    <message>
        <source>Made in {seconds} s, without a network.</source>
        <translation>用时 {seconds} 秒，未使用网络。</translation>
    </message>
    <message>
        <source>Made in {seconds} s.</source>
        <translation>用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Result of seed {seed}, made in {seconds} s.</source>
        <translation>种子 {seed} 的结果，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Mix of {seeds}, made in {seconds} s.</source>
        <translation>由 {seeds} 混合而成，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result: generate again.</source>
        <translation>自此结果以来蒙版或布局已更改：请重新生成。</translation>
    </message>
</context>
<context>
    <name>RestoreTasks</name>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>This face is skipped</source>
        <translation>此人脸已跳过</translation>
    </message>
    <message>
        <source>Switch it on in the list of faces to restore it.</source>
        <translation>请在人脸列表中勾选它以进行修复。</translation>
    </message>
    <message>
        <source>Redo face</source>
        <translation>重新生成人脸</translation>
    </message>
    <message>
        <source>Return to result {number}</source>
        <translation>返回结果 {number}</translation>
    </message>
    <message>
        <source>Not all of it lies in a face</source>
        <translation>并非全部位于人脸中</translation>
    </message>
    <message>
        <source>Made with a smaller setting</source>
        <translation>以较低设置生成</translation>
    </message>
    <message>
        <source>The photo is as it was, but for what was filled by hand. Earlier results stay in the strip.</source>
        <translation>除手工填补的部分外,照片恢复原样。先前的结果仍保留在候选栏中。</translation>
    </message>
    <message>
        <source>Nothing is masked any more</source>
        <translation>已没有遮罩</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>没有可修复的内容</translation>
    </message>
    <message>
        <source>Paint over the damage with the brush (B) first.</source>
        <translation>请先用画笔 (B) 涂抹损伤处。</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Another mask, or another way, gives another one.</source>
        <translation>这种修复方式只有一个结果。换一个蒙版或方式会得到另一个结果。</translation>
    </message>
    <message>
        <source>This is the result</source>
        <translation>这就是结果</translation>
    </message>
    <message>
        <source>Seed {seed} gives the result that you see. Another seed gives another version.</source>
        <translation>种子 {seed} 得到的就是您看到的结果。换一个种子会得到另一个版本。</translation>
    </message>
    <message>
        <source>Generate with seed {seed}</source>
        <translation>用种子 {seed} 生成</translation>
    </message>
    <message>
        <source>Nobody has looked for them in this photo yet. The result follows by itself.</source>
        <translation>这张照片里还没有查找过人脸。结果随后会自动出现。</translation>
    </message>
    <message>
        <source>Faces are looked for first</source>
        <translation>先查找人脸</translation>
    </message>
    <message>
        <source>No face has damage for one; the rest was filled from its surroundings.</source>
        <translation>没有人脸需要网络修复；其余部分由周围内容填充。</translation>
    </message>
    <message>
        <source>No network was needed</source>
        <translation>无需网络</translation>
    </message>
    <message>
        <source>The face has changed, so candidates {before} that it is put together from were made again. They are {now} from now on; the others were made for the face as it was, and are gone.</source>
        <translation>人脸已改变，因此组成它的候选 {before} 已重新生成。从现在起它们的编号是 {now}；其他候选是为原来的人脸生成的，已不再保留。</translation>
    </message>
    <message>
        <source>Candidates have other numbers</source>
        <translation>候选的编号已改变</translation>
    </message>
    <message>
        <source>Use seed {seed}</source>
        <translation>使用种子 {seed}</translation>
    </message>
    <message>
        <source>A face keeps the parts that you chose; seed {seed} is among its candidates.</source>
        <translation>有人脸保留了您选择的部分；种子 {seed} 已加入其候选。</translation>
    </message>
    <message>
        <source>Your choice stays</source>
        <translation>您的选择保留</translation>
    </message>
    <message>
        <source>Use seed {seed} for all of it</source>
        <translation>全部使用种子 {seed}</translation>
    </message>
</context>
<context>
    <name>RestorerCards</name>
    <message>
        <source>Ways to restore</source>
        <translation>修复方式</translation>
    </message>
</context>
<context>
    <name>Restorers</name>
    <message>
        <source>Faces by layout</source>
        <translation>按布局修复面部</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>按损伤选择</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>整张照片（IN2）</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>按先验的人脸 (ISFRNet)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>周围延续 (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>周围延续 (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>周围延续（膜）</translation>
    </message>
</context>
<context>
    <name>RestorersButton</name>
    <message>
        <source>Ways to restore</source>
        <translation>修复方式</translation>
    </message>
    <message>
        <source>Of several, each photo gets a result by each</source>
        <translation>选择多种时，每张照片用每种方式各得到一个结果</translation>
    </message>
    <message>
        <source>No way to restore</source>
        <translation>没有修复方式</translation>
    </message>
</context>
<context>
    <name>SaveAsDialog</name>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP，无损</translation>
    </message>
    <message>
        <source>Save the restored photo</source>
        <translation>保存修复后的照片</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>浏览...</translation>
    </message>
    <message>
        <source>Without compression: larger, but written faster</source>
        <translation>不压缩：文件更大，但写入更快</translation>
    </message>
    <message>
        <source>As the scan lies, all of it</source>
        <translation>按扫描件原样，全部</translation>
    </message>
    <message>
        <source>As viewed: {what}</source>
        <translation>按所见：{what}</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>保留照片的全部信息</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>仅颜色配置文件和分辨率</translation>
    </message>
    <message>
        <source>Say in the file that it was restored</source>
        <translation>在文件中注明经过修复</translation>
    </message>
    <message>
        <source>IPTC&apos;s DigitalSourceType in the XMP: parts of the picture were made by an algorithm</source>
        <translation>XMP 中的 IPTC DigitalSourceType：图片部分内容由算法生成</translation>
    </message>
    <message>
        <source>Write the record of what was done beside it (.json)</source>
        <translation>在旁边写入处理记录 (.json)</translation>
    </message>
    <message>
        <source>Hashes of the source, mask and layout, seed and networks: the result can be checked</source>
        <translation>原图、蒙版和布局的哈希值、种子和网络：结果可以核查</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>位深(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>元数据(&amp;M)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</source>
        <translation>照片 (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>8 bit, as the photo</source>
        <translation>8 位，与照片相同</translation>
    </message>
    <message>
        <source>16 bit, as the photo</source>
        <translation>16 位，与照片相同</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>This is the original, which is never overwritten. Choose another name.</source>
        <translation>这是原始文件，绝不会被覆盖。请另选名称。</translation>
    </message>
    <message>
        <source>JPEG changes every pixel a little, also where nothing was restored.</source>
        <translation>JPEG 会略微改变每个像素，包括未修复的地方。</translation>
    </message>
    <message>
        <source>With 8 bits the untouched pixels are rounded.</source>
        <translation>使用 8 位时，未触及的像素会被舍入。</translation>
    </message>
    <message>
        <source>Straightening resamples every pixel, once.</source>
        <translation>拉直会对每个像素重新采样一次。</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand is that of the scan, bit for bit, in its new place.</source>
        <translation>既未加蒙版也未手动填充之处与扫描件逐位相同，只是换了位置。</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand stays as it was, bit for bit.</source>
        <translation>既未加蒙版也未手动填充的内容逐位保持不变。</translation>
    </message>
    <message>
        <source>Nothing in the file will say that parts of it were invented.</source>
        <translation>文件中不会注明部分内容是生成的。</translation>
    </message>
    <message>
        <source>turned by {angle}</source>
        <translation>旋转 {angle}</translation>
    </message>
    <message>
        <source>straightened by {angle}</source>
        <translation>拉直 {angle}</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>Add to the mask</source>
        <translation>添加到蒙版</translation>
    </message>
    <message>
        <source>Take from the mask</source>
        <translation>从蒙版中减去</translation>
    </message>
    <message>
        <source>Keep only what is inside</source>
        <translation>仅保留内部</translation>
    </message>
    <message>
        <source>What the shape does</source>
        <translation>形状的作用</translation>
    </message>
    <message>
        <source>What is drawn does this to the mask; with Alt or the right button it takes away</source>
        <translation>绘制的形状对蒙版的作用；按 Alt 或右键则减去</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
</context>
<context>
    <name>ShapeTools</name>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>&amp;In addition</source>
        <translation>另外添加(&amp;I)</translation>
    </message>
    <message>
        <source>Keep the present keys beside the new ones</source>
        <translation>保留现有按键并添加新按键</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the chosen row without keys</source>
        <translation>使所选行没有按键</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Give the chosen row its first keys again</source>
        <translation>恢复所选行的默认按键</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>接管(&amp;T)</translation>
    </message>
    <message>
        <source>Give the keys to the chosen row</source>
        <translation>将按键分配给所选行</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>不做更改</translation>
    </message>
    <message>
        <source>Lea&amp;ve them</source>
        <translation>保持不变(&amp;V)</translation>
    </message>
    <message>
        <source>Reset &amp;all...</source>
        <translation>全部重置(&amp;A)...</translation>
    </message>
    <message>
        <source>Give every row its first keys again</source>
        <translation>恢复所有行的默认按键</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>新按键(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the field and press the new keys.</source>
        <translation>选中输入框并按下新按键。</translation>
    </message>
    <message>
        <source>What the canvas does with pointer and arrow keys stays as it is.</source>
        <translation>画布上指针和方向键的作用保持不变。</translation>
    </message>
    <message>
        <source>{keys} is reserved: it opens the menu {menu}.</source>
        <translation>{keys} 已保留：用于打开菜单“{menu}”。</translation>
    </message>
    <message>
        <source>It has these keys already.</source>
        <translation>它已有这些按键。</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} 属于“{action}”。</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>已更改。</translation>
    </message>
    <message>
        <source>Give every action its first keys again?</source>
        <translation>要恢复所有操作的默认按键吗？</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>SmartEdgePage</name>
    <message>
        <source>What the line goes to</source>
        <translation>线条贴合的对象</translation>
    </message>
    <message>
        <source>Edges follow an outline; areas take small patches of one colour as a whole</source>
        <translation>边缘会沿轮廓走；区域会整体选取小块同色部分</translation>
    </message>
    <message>
        <source>Edges near the line</source>
        <translation>线条附近的边缘</translation>
    </message>
    <message>
        <source>Areas of one colour</source>
        <translation>同色区域</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>正在载入网络</translation>
    </message>
    <message>
        <source>Cutting out the face</source>
        <translation>正在裁切人脸</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Predicting the layout</source>
        <translation>正在预测布局</translation>
    </message>
    <message>
        <source>Painting texture</source>
        <translation>正在绘制纹理</translation>
    </message>
    <message>
        <source>Painting the photo</source>
        <translation>正在绘制照片</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>正在放入照片</translation>
    </message>
    <message>
        <source>Preparing the picture</source>
        <translation>正在准备图片</translation>
    </message>
    <message>
        <source>Changing the mask</source>
        <translation>正在更改蒙版</translation>
    </message>
    <message>
        <source>Finding the edge</source>
        <translation>正在寻找边缘</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>正在查找损伤</translation>
    </message>
    <message>
        <source>Looking for the person</source>
        <translation>正在查找此人</translation>
    </message>
    <message>
        <source>Comparing faces</source>
        <translation>正在比较面部</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>正在查找未保存的工作</translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation>正在检查安装</translation>
    </message>
    <message>
        <source>Making the sample portrait</source>
        <translation>正在制作示例人像</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the work under way (Esc)</source>
        <translation>停止正在进行的操作 (Esc)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Class under the pointer</source>
        <translation>指针下的类别</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Rotation of the view</source>
        <translation>视图旋转</translation>
    </message>
    <message>
        <source>By how much the view is rotated; the photo is not</source>
        <translation>视图旋转的角度；照片并未旋转</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Networks not loaded</source>
        <translation>网络未载入</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit grey</source>
        <translation>{width} x {height}，{bits} 位灰度</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit RGB</source>
        <translation>{width} x {height}，{bits} 位 RGB</translation>
    </message>
    <message>
        <source>{width} x {height} of {scan}</source>
        <translation>{width} x {height} / {scan}</translation>
    </message>
    <message>
        <source>What is seen of the scan, turned, straightened and cropped</source>
        <translation>经旋转、拉直和裁剪后可见的扫描部分</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>{device}, weights for paid work</source>
        <translation>{device}，可用于有偿工作的权重</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS chose the weights that may be used for paid work.</source>
        <translation>FACERESTORE_WEIGHTS 选择了可用于有偿工作的权重。</translation>
    </message>
    <message>
        <source>The preferences chose the weights that may be used for paid work.</source>
        <translation>偏好设置选择了可用于有偿工作的权重。</translation>
    </message>
    <message>
        <source>{held} GB, {free} GB free</source>
        <translation>{held} GB，{free} GB 可用</translation>
    </message>
    <message>
        <source>Main memory that the window and the process of the networks hold, and what is free</source>
        <translation>窗口和网络进程占用的内存，以及可用内存</translation>
    </message>
    <message>
        <source>{stage} ...  {since}</source>
        <translation>{stage}…  {since}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, about {left} left</source>
        <translation>{stage}…  {since}，大约还需 {left}</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, nearly done</source>
        <translation>{stage}…  {since}，即将完成</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, longer than the last times</source>
        <translation>{stage}…  {since}，比前几次更久</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Reject all</source>
        <translation>全部拒绝</translation>
    </message>
    <message>
        <source>Take or refuse</source>
        <translation>接受或拒绝</translation>
    </message>
    <message>
        <source>Take a kind</source>
        <translation>接受一类</translation>
    </message>
    <message>
        <source>Refuse a kind</source>
        <translation>拒绝一类</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>修剪</translation>
    </message>
</context>
<context>
    <name>SuggestionsBar</name>
    <message>
        <source>Suggested damage</source>
        <translation>建议的损伤</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Take or refuse all suggestions of a kind</source>
        <translation>接受或拒绝某一类的全部建议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>全部拒绝</translation>
    </message>
    <message>
        <source>{taken} of {shown} suggestions taken</source>
        <translation>已接受 {taken} / {shown} 个建议</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>{kind}: {taken} of {shown}</source>
        <translation>{kind}：{taken} / {shown}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Show only what is as sure as this. By itself only what is certain, from 85%, is taken.</source>
        <translation>仅显示至少如此确定的建议。只有确定的(85 % 起)会被自动采用。</translation>
    </message>
    <message>
        <source>Shortest suggestion in pixels</source>
        <translation>最短建议（像素）</translation>
    </message>
    <message>
        <source>Longest suggestion in pixels</source>
        <translation>最长建议（像素）</translation>
    </message>
    <message>
        <source>Length in px</source>
        <translation>长度（像素）</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Largest speck of dust in pixels</source>
        <translation>最大灰尘尺寸（像素）</translation>
    </message>
    <message>
        <source>Larger specks are no dust and are not suggested; holds for the next search</source>
        <translation>更大的斑点不算灰尘，不会被建议；下次查找时生效</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>查找损伤</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>全部拒绝</translation>
    </message>
    <message>
        <source>Largest dust</source>
        <translation>最大灰尘</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Show only what is as long as this in the photo; the rest is not accepted</source>
        <translation>仅显示照片中达到此长度的；其余不会被接受</translation>
    </message>
    <message>
        <source>Looks for scratches, creases, dust, stains and tears.</source>
        <translation>查找划痕、折痕、灰尘、污渍和撕裂。</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken. Click one to refuse or take it.</source>
        <translation>已接受 {taken}/{shown} 个。单击以拒绝或接受。</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken: {kinds}. Click one to refuse or take it.</source>
        <translation>已接受 {taken}/{shown} 个：{kinds}。单击以拒绝或接受。</translation>
    </message>
</context>
<context>
    <name>TermsNotice</name>
    <message>
        <source>{terms} About (Help menu) says it at any time.</source>
        <translation>{terms}“关于”（“帮助”菜单）中随时可查。</translation>
    </message>
    <message>
        <source>Before the first restoration</source>
        <translation>首次修复之前</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>我已阅读</translation>
    </message>
</context>
<context>
    <name>ToolSection</name>
    <message>
        <source>Hand</source>
        <translation>抓手</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>描摹划痕</translation>
    </message>
    <message>
        <source>Suggested damage</source>
        <translation>建议的损伤</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>修复画笔</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>仿制画笔</translation>
    </message>
    <message>
        <source>Class brush</source>
        <translation>类别画笔</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>吸管</translation>
    </message>
    <message>
        <source>Class polygon</source>
        <translation>类别多边形</translation>
    </message>
    <message>
        <source>Smart edge</source>
        <translation>智能边缘</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>移动部位</translation>
    </message>
    <message>
        <source>Candidate brush</source>
        <translation>候选画笔</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>人脸关键点</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>A short tour shows the three steps of a restoration on a sample portrait. Help has it, too.</source>
        <translation>简短的导览会在示例人像上展示修复的三个步骤。帮助菜单中也有。</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>1 of 3: Paint over the damage</source>
        <translation>1/3：涂抹损伤处</translation>
    </message>
    <message>
        <source>A crack runs through this portrait. Paint over it with the brush, from edge to edge and a little beyond; what you do not paint over stays as it is, bit for bit. The keyboard comes here, and back, by View &gt; Next panel{keys}.</source>
        <translation>一道裂痕贯穿这张人像。请用画笔从一边涂到另一边，并略微超出；未涂抹的地方逐位保持不变。键盘焦点可用“视图 &gt; 下一个面板”来回切换{keys}。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Paint it for me</source>
        <translation>替我涂抹</translation>
    </message>
    <message>
        <source>The layout says which part of the face each pixel is, also under the damage. Press Predict and look at it.</source>
        <translation>布局说明每个像素属于人脸的哪个部位，包括损伤之下。请按“预测”并查看。</translation>
    </message>
    <message>
        <source>Predict it</source>
        <translation>替我预测</translation>
    </message>
    <message>
        <source>Is a part of the face where it does not belong? Choose its class in the legend and paint it right, with the class brush. The restoration follows what you paint.</source>
        <translation>有部位的位置不对吗？在图例中选择其类别，用类别画笔改正。修复会遵循您的绘制。</translation>
    </message>
    <message>
        <source>2 of 3: Look at the layout, and correct it</source>
        <translation>2/3：查看并修正布局</translation>
    </message>
    <message>
        <source>3 of 3: Generate and compare</source>
        <translation>3/3：生成并对比</translation>
    </message>
    <message>
        <source>Generate restores what the mask covers. Other seeds give other versions.</source>
        <translation>“生成”会修复蒙版覆盖的内容。不同的种子得到不同的版本。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Before and after: drag the divider. What was painted over is invented: plausible, but not how it was. The view menu shows which parts are.</source>
        <translation>修复前后：拖动分隔线。涂抹过的地方是生成的：看起来合理，但并非原貌。视图菜单可以显示是哪些部分。</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>changes to the mask</source>
        <translation>对蒙版的更改</translation>
    </message>
    <message>
        <source>what was filled by hand</source>
        <translation>手动填充的内容</translation>
    </message>
    <message>
        <source>changes to the faces and their layout</source>
        <translation>对人脸及其布局的更改</translation>
    </message>
    <message>
        <source>how the photo is turned and cropped</source>
        <translation>照片的旋转与裁剪方式</translation>
    </message>
    <message>
        <source>the restored photo</source>
        <translation>修复后的照片</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is kept when the project is saved again after a change.</source>
        <translation>更改后再次保存项目时会保留一个版本。</translation>
    </message>
    <message>
        <source>There is no earlier version</source>
        <translation>没有早期版本</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Open an earlier version</source>
        <translation>打开早期版本</translation>
    </message>
    <message>
        <source>{name} as it was saved before. Opening a version changes no file.</source>
        <translation>{name} 以前保存的状态。打开版本不会更改任何文件。</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>早期版本</translation>
    </message>
    <message>
        <source>Saved {date} at {time}, {size}</source>
        <translation>保存于 {date} {time}，{size}</translation>
    </message>
</context>
<context>
    <name>WandPage</name>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>How far a colour may be from the clicked one: 1 is hardly seen, 100 is black and white</source>
        <translation>颜色与单击处可相差多少：1 几乎看不出，100 为黑与白</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>仅相连区域</translation>
    </message>
    <message>
        <source>Only what is connected to the clicked place; else all of that colour in the photo</source>
        <translation>仅与单击处相连的区域；否则为照片中所有该颜色</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>将人像拖放到这里</translation>
    </message>
    <message>
        <source>PNG, TIFF, JPEG or WebP, 8 or 16 bit, colour or grey</source>
        <translation>PNG、TIFF、JPEG 或 WebP，8 或 16 位，彩色或灰度</translation>
    </message>
    <message>
        <source>Open a portrait...</source>
        <translation>打开人像...</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>The zoom: choose it, or type percent and press Enter</source>
        <translation>缩放：选择，或输入百分比后按回车键</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{kind}, {x} from the left, {y} from the top; in {seen} of {searched} scans</source>
        <translation>{kind}，距左 {x}，距上 {y}；{searched} 个扫描件中的 {seen} 个</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损伤</translation>
    </message>
    <message>
        <source>No damage</source>
        <translation>不是损伤</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
</context>
</TS>
