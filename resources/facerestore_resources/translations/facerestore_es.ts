<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About facerestore</source>
        <translation>Acerca de facerestore</translation>
    </message>
    <message>
        <source>Restores damaged portraits on this computer; nothing is sent anywhere.

What the mask covers is invented by a network: plausible, but not what was there. What it does not cover stays as it was, bit for bit.

The program is under the Apache License 2.0. Its networks are not.</source>
        <translation>Restaura retratos dañados en este equipo; no se envía nada a ninguna parte.

Lo que cubre la máscara lo inventa una red: plausible, pero no lo que había. Lo que no cubre queda como estaba, bit a bit.

El programa está bajo la licencia Apache 2.0. Sus redes no.</translation>
    </message>
    <message>
        <source>Terms of the networks</source>
        <translation>Condiciones de las redes</translation>
    </message>
    <message>
        <source>Learnt from:</source>
        <translation>Aprendió de:</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{action}: {label}</source>
        <translation>{action}: {label}</translation>
    </message>
    <message>
        <source>&amp;New from a photo...</source>
        <translation>&amp;Nuevo a partir de una foto...</translation>
    </message>
    <message>
        <source>Begin with a photo as if nobody had worked on it</source>
        <translation>Empezar con una foto como si nadie hubiera trabajado en ella</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Abrir...</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Abrir una foto o un proyecto</translation>
    </message>
    <message>
        <source>Open &amp;folder...</source>
        <translation>Abrir &amp;carpeta...</translation>
    </message>
    <message>
        <source>Show the photos of a folder as a filmstrip</source>
        <translation>Mostrar las fotos de una carpeta en una tira de imágenes</translation>
    </message>
    <message>
        <source>Restore a fol&amp;der...</source>
        <translation>&amp;Restaurar una carpeta...</translation>
    </message>
    <message>
        <source>Restore all photos of a folder that have a mask or a project, while you go on working</source>
        <translation>Restaurar todas las fotos de una carpeta que tienen máscara o proyecto, mientras usted sigue trabajando</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>A&amp;brir reciente</translation>
    </message>
    <message>
        <source>What was opened last</source>
        <translation>Lo último que se abrió</translation>
    </message>
    <message>
        <source>Open an earlier &amp;version...</source>
        <translation>Abrir &amp;una versión anterior...</translation>
    </message>
    <message>
        <source>The project as it was saved before</source>
        <translation>El proyecto tal como se guardó antes</translation>
    </message>
    <message>
        <source>Recover &amp;unsaved work...</source>
        <translation>Recuperar &amp;trabajo sin guardar...</translation>
    </message>
    <message>
        <source>What an earlier window left behind unsaved, and what was discarded in the last 30 days</source>
        <translation>Lo que una ventana anterior dejó sin guardar, y lo que se descartó en los últimos 30 días</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>Save mask, layouts, candidates and result now; it is kept by itself as well</source>
        <translation>Guardar ahora máscara, mapas, variantes y resultado; también se conserva solo</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>Guardar proyecto co&amp;mo...</translation>
    </message>
    <message>
        <source>Save as another project</source>
        <translation>Guardar como otro proyecto</translation>
    </message>
    <message>
        <source>Keep projects &amp;beside photos</source>
        <translation>Conservar los proyectos &amp;junto a las fotos</translation>
    </message>
    <message>
        <source>Where the project of a photo is kept by itself: beside the photo, or in the program&apos;s own folder</source>
        <translation>Dónde se conserva el proyecto de una foto por sí solo: junto a la foto o en la carpeta del programa</translation>
    </message>
    <message>
        <source>Save restored p&amp;hoto</source>
        <translation>Guardar &amp;foto restaurada</translation>
    </message>
    <message>
        <source>Save the result where it was saved last</source>
        <translation>Guardar el resultado donde se guardó la última vez</translation>
    </message>
    <message>
        <source>Save restored photo as...</source>
        <translation>Guar&amp;dar foto restaurada como...</translation>
    </message>
    <message>
        <source>Save the result as a new file: format, depth, metadata</source>
        <translation>Guardar el resultado en un archivo nuevo: formato, profundidad, metadatos</translation>
    </message>
    <message>
        <source>Save in &amp;layers...</source>
        <translation>Guardar &amp;por capas...</translation>
    </message>
    <message>
        <source>Scan, patches, mask and layouts as layers of one file, for Krita, GIMP and others</source>
        <translation>Escaneo, parches, máscara y mapas como capas de un solo archivo, para Krita, GIMP y otros</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn the photo to the left; the scan&apos;s own pixels stay where they are</source>
        <translation>Girar la foto a la izquierda; los píxeles del escaneo se quedan en su sitio</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Turn the photo to the right; the scan&apos;s own pixels stay where they are</source>
        <translation>Girar la foto a la derecha; los píxeles del escaneo se quedan en su sitio</translation>
    </message>
    <message>
        <source>&amp;Show the scan as it lies</source>
        <translation>Mostrar el escaneo tal como está</translation>
    </message>
    <message>
        <source>All of the scan, neither turned nor straightened</source>
        <translation>Todo el escaneo, sin girar ni enderezar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Detener lo que está en curso</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Preferencias...</translation>
    </message>
    <message>
        <source>Language, theme, how photos are saved, where projects are kept, what of the computer is used</source>
        <translation>Idioma, tema, cómo se guardan las fotos, dónde están los proyectos, qué se usa del equipo</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ale&amp;jar</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Ajustar a la &amp;ventana</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Mostrar la foto entera</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100&#xa0;%</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>Un píxel de la foto en un píxel de la pantalla</translation>
    </message>
    <message>
        <source>Type the &amp;zoom</source>
        <translation>Escribir el zoom</translation>
    </message>
    <message>
        <source>Type a figure for the zoom, in percent</source>
        <translation>Escribir el zoom en tanto por ciento</translation>
    </message>
    <message>
        <source>Rotate view to the right</source>
        <translation>Girar la vista a la derecha</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the right; the photo stays as it is</source>
        <translation>Gira lo que ve 15 grados a la derecha; la foto queda como está</translation>
    </message>
    <message>
        <source>Rotate view to the left</source>
        <translation>Girar la vista a la izquierda</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the left; the photo stays as it is</source>
        <translation>Gira lo que ve 15 grados a la izquierda; la foto queda como está</translation>
    </message>
    <message>
        <source>View upright</source>
        <translation>Enderezar la vista</translation>
    </message>
    <message>
        <source>Take the rotation of the view back</source>
        <translation>Deshacer el giro de la vista</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the photo as it was opened</source>
        <translation>Mostrar la foto tal como se abrió</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>Before and after, with a divider to drag</source>
        <translation>Antes y después, con un divisor que se arrastra</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Resultado</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>Mostrar la foto restaurada</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Lado a lado</translation>
    </message>
    <message>
        <source>Original and result side by side</source>
        <translation>Original y resultado lado a lado</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Diferencia</translation>
    </message>
    <message>
        <source>What changed, four times as strong</source>
        <translation>Lo que ha cambiado, amplificado cuatro veces</translation>
    </message>
    <message>
        <source>Loup&amp;e in the comparison</source>
        <translation>Lupa en la comparación</translation>
    </message>
    <message>
        <source>Before and after at the pointer, pixel by pixel, while comparing</source>
        <translation>Antes y después en el puntero, píxel a píxel, al comparar</translation>
    </message>
    <message>
        <source>Loupe at 200%</source>
        <translation>Lupa al 200&#xa0;%</translation>
    </message>
    <message>
        <source>The loupe shows each pixel of the photo on two by two of the screen</source>
        <translation>La lupa muestra cada píxel de la foto en dos por dos de la pantalla</translation>
    </message>
    <message>
        <source>Show what was in&amp;vented</source>
        <translation>Mostrar lo inv&amp;entado</translation>
    </message>
    <message>
        <source>Show ca&amp;ndidates</source>
        <translation>Mostrar varia&amp;ntes</translation>
    </message>
    <message>
        <source>Show the versions of the chosen face below the canvas</source>
        <translation>Mostrar las variantes del rostro elegido bajo el lienzo</translation>
    </message>
    <message>
        <source>Show &amp;mask</source>
        <translation>&amp;Mostrar máscara</translation>
    </message>
    <message>
        <source>Show the mask over the photo</source>
        <translation>Mostrar la máscara sobre la foto</translation>
    </message>
    <message>
        <source>Mask as a film</source>
        <translation>Máscara como velo de color</translation>
    </message>
    <message>
        <source>The mask as a film of colour over the photo</source>
        <translation>La máscara como un velo de color sobre la foto</translation>
    </message>
    <message>
        <source>Mask as outlines</source>
        <translation>Máscara como contornos</translation>
    </message>
    <message>
        <source>Only the outlines of the mask, with nothing over the photo</source>
        <translation>Solo los contornos de la máscara, sin nada sobre la foto</translation>
    </message>
    <message>
        <source>Mask in black and white</source>
        <translation>Máscara en blanco y negro</translation>
    </message>
    <message>
        <source>The mask alone: white is repaired, grey is protected or left alone, black is not marked</source>
        <translation>Solo la máscara: lo blanco se repara, lo gris está protegido o se deja, lo negro no está marcado</translation>
    </message>
    <message>
        <source>Show &amp;layout</source>
        <translation>Mos&amp;trar mapa</translation>
    </message>
    <message>
        <source>Show the layout over the photo</source>
        <translation>Mostrar el mapa sobre la foto</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>&amp;Foto anterior</translation>
    </message>
    <message>
        <source>The photo before in the filmstrip</source>
        <translation>La foto anterior de la tira</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>Foto &amp;siguiente</translation>
    </message>
    <message>
        <source>The next photo in the filmstrip</source>
        <translation>La foto siguiente de la tira</translation>
    </message>
    <message>
        <source>Sho&amp;w filmstrip</source>
        <translation>Mostrar tira de imá&amp;genes</translation>
    </message>
    <message>
        <source>Show the photos of the folder below the canvas</source>
        <translation>Mostrar las fotos de la carpeta bajo el lienzo</translation>
    </message>
    <message>
        <source>Show naviga&amp;tor</source>
        <translation>Mostrar el navegador</translation>
    </message>
    <message>
        <source>Show the whole photo with a frame round the part that is seen</source>
        <translation>Mostrar toda la foto, con un marco en torno a la parte visible</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>Mostrar el historial</translation>
    </message>
    <message>
        <source>Show every step, to go back to one</source>
        <translation>Mostrar cada paso, para volver a uno</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Ocultar los paneles</translation>
    </message>
    <message>
        <source>Put all panels and bars away, and bring them back</source>
        <translation>Ocultar todos los paneles y barras, y mostrarlos de nuevo</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Fill the screen with the window, and give it back</source>
        <translation>Llenar la pantalla con la ventana y devolverla</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>Paneles como al principio</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Devolver todos los paneles a su lugar inicial</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>El idioma de esta ventana</translation>
    </message>
    <message>
        <source>Next p&amp;anel</source>
        <translation>&amp;Panel siguiente</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>Llevar el teclado al panel siguiente</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Mano</translation>
    </message>
    <message>
        <source>Move the view (hold Space with any tool)</source>
        <translation>Mover la vista (mantener Espacio con cualquier herramienta)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>Pi&amp;ncel</translation>
    </message>
    <message>
        <source>Mask brush: paint over what is to be restored</source>
        <translation>Pincel de máscara: pintar sobre lo que se va a restaurar</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Borrador</translation>
    </message>
    <message>
        <source>Mask eraser: keep this as it is</source>
        <translation>Borrador de máscara: dejar esto como está</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>La&amp;zo</translation>
    </message>
    <message>
        <source>Lasso: draw round the damage by hand; Alt takes away</source>
        <translation>Lazo: rodear el daño a mano alzada; Alt resta</translation>
    </message>
    <message>
        <source>Pol&amp;ygon</source>
        <translation>&amp;Polígono</translation>
    </message>
    <message>
        <source>Polygon: click corner by corner; Enter closes it, Backspace takes one back</source>
        <translation>Polígono: clic vértice a vértice; Intro lo cierra, Retroceso quita el último</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>Rectángu&amp;lo</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner; Shift makes a square, Alt takes away</source>
        <translation>Rectángulo: arrastrar de esquina a esquina; Mayús da un cuadrado, Alt resta</translation>
    </message>
    <message>
        <source>Ell&amp;ipse</source>
        <translation>&amp;Elipse</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away</source>
        <translation>Elipse: arrastrar de esquina a esquina; Mayús da un círculo, Alt resta</translation>
    </message>
    <message>
        <source>Magic &amp;wand</source>
        <translation>&amp;Varita mágica</translation>
    </message>
    <message>
        <source>Magic wand: click what has one colour; Alt takes away</source>
        <translation>Varita mágica: clic en lo que tiene un mismo color; Alt resta</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Seguir un arañazo</translation>
    </message>
    <message>
        <source>Trace scratch: click both ends, or one and Enter; it follows the scratch as wide as that is</source>
        <translation>Seguir un arañazo: pulsar ambos extremos, o uno e Intro; se sigue el arañazo con la anchura que tiene</translation>
    </message>
    <message>
        <source>Suggested &amp;damage</source>
        <translation>&amp;Daños sugeridos</translation>
    </message>
    <message>
        <source>Take or refuse damage that was found</source>
        <translation>Aceptar o rechazar los daños detectados</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Pincel corrector</translation>
    </message>
    <message>
        <source>Heal brush: repairs at once what you paint over, without a network</source>
        <translation>Pincel corrector: repara al instante lo que pinte, sin red</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Pincel de clonar</translation>
    </message>
    <message>
        <source>Clone brush: Alt and a click say from where, then paint</source>
        <translation>Pincel de clonar: Alt y un clic dicen de dónde; después, pintar</translation>
    </message>
    <message>
        <source>Class &amp;paint</source>
        <translation>Pincel de cla&amp;se</translation>
    </message>
    <message>
        <source>Class brush: paint into the layout</source>
        <translation>Pincel de clase: pintar en el mapa</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Relleno</translation>
    </message>
    <message>
        <source>Fill a region of the layout with a class</source>
        <translation>Rellenar una región del mapa con una clase</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Cuentagotas</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Tomar la clase bajo el puntero</translation>
    </message>
    <message>
        <source>Cl&amp;ass polygon</source>
        <translation>Polígono de &amp;clase</translation>
    </message>
    <message>
        <source>Class polygon: click corner by corner; Enter fills it with the class</source>
        <translation>Polígono de clase: clic vértice a vértice; Intro lo rellena con la clase</translation>
    </message>
    <message>
        <source>&amp;Smart edge</source>
        <translation>Borde &amp;inteligente</translation>
    </message>
    <message>
        <source>Smart edge: draw roughly round a part; it goes to the photo&apos;s edges</source>
        <translation>Borde inteligente: rodear a grandes rasgos una parte; se ajusta a los bordes de la foto</translation>
    </message>
    <message>
        <source>Move par&amp;t</source>
        <translation>Mover par&amp;te</translation>
    </message>
    <message>
        <source>Move part: drag, scale or turn an eye, a brow, the mouth</source>
        <translation>Mover parte: arrastrar, escalar o girar un ojo, una ceja, la boca</translation>
    </message>
    <message>
        <source>Candidate br&amp;ush</source>
        <translation>Pincel de v&amp;ariante</translation>
    </message>
    <message>
        <source>Candidate brush: take parts from the candidate in hand</source>
        <translation>Pincel de variante: tomar partes de la variante en uso</translation>
    </message>
    <message>
        <source>Face p&amp;oints</source>
        <translation>P&amp;untos del rostro</translation>
    </message>
    <message>
        <source>Drag the five points of the face</source>
        <translation>Arrastrar los cinco puntos del rostro</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Crop: drag its handles, or a new one; what is left out stays in the scan</source>
        <translation>Recortar: arrastre los tiradores, o un recorte nuevo; lo que queda fuera permanece en el escaneo</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>Straighten: draw a line along something that should be level or upright</source>
        <translation>Enderezar: trace una línea a lo largo de algo que debería estar horizontal o vertical</translation>
    </message>
    <message>
        <source>&amp;Cursor: press or lift</source>
        <translation>Cursor: pulsar &amp;o soltar</translation>
    </message>
    <message>
        <source>Use the tool by keyboard: show the cursor, press there, lift</source>
        <translation>Usar la herramienta con el teclado: mostrar el cursor, pulsar, soltar</translation>
    </message>
    <message>
        <source>Cursor: press with Shift</source>
        <translation>Cursor: pulsar con Ma&amp;yús</translation>
    </message>
    <message>
        <source>Press with Shift: a straight stroke from the last one&apos;s end, a square, a circle</source>
        <translation>Pulsar con Mayús: un trazo recto desde el final del último, un cuadrado, un círculo</translation>
    </message>
    <message>
        <source>Cursor: right butto&amp;n</source>
        <translation>Cursor: botón derec&amp;ho</translation>
    </message>
    <message>
        <source>Press the right button: take away, erase, paint background</source>
        <translation>Pulsar el botón derecho: restar, borrar, pintar fondo</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>Pincel más pe&amp;queño</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pincel más &amp;grande</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>Pincel más suave</translation>
    </message>
    <message>
        <source>The brush&apos;s rim paints only what stands out</source>
        <translation>El borde del pincel solo pinta lo que destaca</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>Pincel más duro</translation>
    </message>
    <message>
        <source>More of the brush paints whatever is there</source>
        <translation>Más parte del pincel pinta todo lo que haya</translation>
    </message>
    <message>
        <source>Swap class and bac&amp;kground</source>
        <translation>Intercambiar clase y &amp;fondo</translation>
    </message>
    <message>
        <source>&amp;Find damage</source>
        <translation>&amp;Detectar daños</translation>
    </message>
    <message>
        <source>Find damage: look for scratches, creases, dust and tears</source>
        <translation>Detectar daños: buscar arañazos, pliegues, polvo y desgarros</translation>
    </message>
    <message>
        <source>&amp;Accept all suggestions</source>
        <translation>&amp;Aceptar todas las sugerencias</translation>
    </message>
    <message>
        <source>Put all suggestions that are shown and taken into the mask</source>
        <translation>Poner en la máscara todas las sugerencias mostradas y aceptadas</translation>
    </message>
    <message>
        <source>&amp;Reject all suggestions</source>
        <translation>&amp;Rechazar todas las sugerencias</translation>
    </message>
    <message>
        <source>&amp;Next class of damage</source>
        <translation>Si&amp;guiente clase de daño</translation>
    </message>
    <message>
        <source>Paint as the next class of damage</source>
        <translation>Pintar con la siguiente clase de daño</translation>
    </message>
    <message>
        <source>Change c&amp;lass...</source>
        <translation>&amp;Modificar clase...</translation>
    </message>
    <message>
        <source>Name, colour and treatment of the class in hand</source>
        <translation>Nombre, color y tratamiento de la clase en uso</translation>
    </message>
    <message>
        <source>Add a class...</source>
        <translation>Añadir &amp;una clase...</translation>
    </message>
    <message>
        <source>A class of damage of your own</source>
        <translation>Una clase de daño propia</translation>
    </message>
    <message>
        <source>Remo&amp;ve class</source>
        <translation>Elimi&amp;nar clase</translation>
    </message>
    <message>
        <source>The class in hand goes; what was painted in it is marked no more</source>
        <translation>La clase en uso desaparece; lo pintado con ella deja de estar marcado</translation>
    </message>
    <message>
        <source>&amp;Clear mask</source>
        <translation>&amp;Borrar máscara</translation>
    </message>
    <message>
        <source>Clear the mask, protected places too</source>
        <translation>Borrar la máscara, también las zonas protegidas</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>&amp;Invertir máscara</translation>
    </message>
    <message>
        <source>Restore what is kept and keep what is restored</source>
        <translation>Restaurar lo que se conserva y conservar lo que se restaura</translation>
    </message>
    <message>
        <source>&amp;Grow mask</source>
        <translation>&amp;Expandir máscara</translation>
    </message>
    <message>
        <source>Grow the mask</source>
        <translation>Expandir la máscara</translation>
    </message>
    <message>
        <source>&amp;Shrink mask</source>
        <translation>&amp;Contraer máscara</translation>
    </message>
    <message>
        <source>Shrink the mask</source>
        <translation>Contraer la máscara</translation>
    </message>
    <message>
        <source>S&amp;mooth mask</source>
        <translation>&amp;Suavizar máscara</translation>
    </message>
    <message>
        <source>Smooth the mask&apos;s outline; thin scratches stay</source>
        <translation>Suavizar el contorno de la máscara; los arañazos finos se quedan</translation>
    </message>
    <message>
        <source>Remove spec&amp;ks</source>
        <translation>Eliminar mo&amp;tas</translation>
    </message>
    <message>
        <source>Remove small specks from the mask</source>
        <translation>Eliminar de la máscara las motas pequeñas</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>Rellenar &amp;huecos</translation>
    </message>
    <message>
        <source>Fill the mask&apos;s holes</source>
        <translation>Rellenar los huecos de la máscara</translation>
    </message>
    <message>
        <source>Im&amp;port mask...</source>
        <translation>Im&amp;portar máscara...</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is restored</source>
        <translation>Leer la máscara de una imagen: el blanco se restaura</translation>
    </message>
    <message>
        <source>&amp;Export mask...</source>
        <translation>E&amp;xportar máscara...</translation>
    </message>
    <message>
        <source>Write the mask as a PNG, classes as greys: light is restored</source>
        <translation>Escribir la máscara como PNG, las clases en grises: lo claro se restaura</translation>
    </message>
    <message>
        <source>&amp;Find faces</source>
        <translation>&amp;Buscar rostros</translation>
    </message>
    <message>
        <source>Look for faces again</source>
        <translation>Buscar rostros de nuevo</translation>
    </message>
    <message>
        <source>&amp;Add a face</source>
        <translation>&amp;Añadir un rostro</translation>
    </message>
    <message>
        <source>Add a face: click its five points, or draw a box round it</source>
        <translation>Añadir un rostro: hacer clic en sus cinco puntos o trazar un marco a su alrededor</translation>
    </message>
    <message>
        <source>&amp;Skip face</source>
        <translation>&amp;Omitir rostro</translation>
    </message>
    <message>
        <source>Leave the chosen face as it is</source>
        <translation>Dejar el rostro elegido como está</translation>
    </message>
    <message>
        <source>Face further &amp;up</source>
        <translation>&amp;Subir rostro</translation>
    </message>
    <message>
        <source>Move the chosen face up in the list</source>
        <translation>Subir el rostro elegido en la lista</translation>
    </message>
    <message>
        <source>Face further &amp;down</source>
        <translation>Bajar &amp;rostro</translation>
    </message>
    <message>
        <source>Move the chosen face down in the list</source>
        <translation>Bajar el rostro elegido en la lista</translation>
    </message>
    <message>
        <source>&amp;Remove face</source>
        <translation>&amp;Eliminar rostro</translation>
    </message>
    <message>
        <source>Remove the chosen face</source>
        <translation>Eliminar el rostro elegido</translation>
    </message>
    <message>
        <source>Add &amp;photographs of the person...</source>
        <translation>Añadir fotografías &amp;de la persona...</translation>
    </message>
    <message>
        <source>Let the chosen face borrow what is hidden from other photographs of the same person</source>
        <translation>Dejar que el rostro elegido tome lo oculto de otras fotografías de la misma persona</translation>
    </message>
    <message>
        <source>&amp;Look for the person in a folder...</source>
        <translation>Buscar a la persona en una &amp;carpeta...</translation>
    </message>
    <message>
        <source>Find photographs in a folder that probably show the person of the chosen face</source>
        <translation>Encontrar en una carpeta fotografías que probablemente muestran a la persona del rostro elegido</translation>
    </message>
    <message>
        <source>&amp;Predict layout</source>
        <translation>&amp;Predecir mapa</translation>
    </message>
    <message>
        <source>Predict what each part of the face is</source>
        <translation>Predecir qué es cada parte del rostro</translation>
    </message>
    <message>
        <source>&amp;Reset to the prediction</source>
        <translation>&amp;Restablecer a la predicción</translation>
    </message>
    <message>
        <source>Undo all painting in the layout</source>
        <translation>Deshacer todo lo pintado en el mapa</translation>
    </message>
    <message>
        <source>Reset this &amp;class to the prediction</source>
        <translation>Resta&amp;blecer esta clase a la predicción</translation>
    </message>
    <message>
        <source>Reset the class in hand to the prediction</source>
        <translation>Restablecer la clase en uso a la predicción</translation>
    </message>
    <message>
        <source>Mirror class to the ri&amp;ght half</source>
        <translation>Reflejar la clase en la mitad &amp;derecha</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the left half of the picture to the right</source>
        <translation>Reflejar la clase en uso de la mitad izquierda de la imagen en la derecha</translation>
    </message>
    <message>
        <source>Mirror class to the le&amp;ft half</source>
        <translation>Reflejar la clase &amp;en la mitad izquierda</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the right half of the picture to the left</source>
        <translation>Reflejar la clase en uso de la mitad derecha de la imagen en la izquierda</translation>
    </message>
    <message>
        <source>Make the part larg&amp;er</source>
        <translation>Agra&amp;ndar la parte</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% larger</source>
        <translation>Agrandar un 5&#xa0;% la parte elegida, o la de la clase en uso</translation>
    </message>
    <message>
        <source>Make the part s&amp;maller</source>
        <translation>Reducir &amp;la parte</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% smaller</source>
        <translation>Reducir un 5&#xa0;% la parte elegida, o la de la clase en uso</translation>
    </message>
    <message>
        <source>Show &amp;alternatives</source>
        <translation>&amp;Mostrar alternativas</translation>
    </message>
    <message>
        <source>Show other layouts that the damage allows</source>
        <translation>Mostrar otros mapas que el daño permite</translation>
    </message>
    <message>
        <source>&amp;Next alternative</source>
        <translation>Alternativa &amp;siguiente</translation>
    </message>
    <message>
        <source>Work on with the next alternative</source>
        <translation>Seguir con la alternativa siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious alternative</source>
        <translation>&amp;Alternativa anterior</translation>
    </message>
    <message>
        <source>Work on with the alternative before</source>
        <translation>Seguir con la alternativa anterior</translation>
    </message>
    <message>
        <source>Show &amp;uncertainty</source>
        <translation>Mostrar &amp;incertidumbre</translation>
    </message>
    <message>
        <source>Show where the prediction is unsure; what you edit counts as sure</source>
        <translation>Mostrar dónde la predicción es insegura; lo que usted edita cuenta como seguro</translation>
    </message>
    <message>
        <source>L&amp;ive preview</source>
        <translation>&amp;Vista previa en vivo</translation>
    </message>
    <message>
        <source>Live preview: paint the texture anew around every edit</source>
        <translation>Vista previa en vivo: volver a pintar la textura alrededor de cada cambio</translation>
    </message>
    <message>
        <source>&amp;Load layout...</source>
        <translation>&amp;Cargar mapa...</translation>
    </message>
    <message>
        <source>Read the layout from a PNG</source>
        <translation>Leer el mapa de un PNG</translation>
    </message>
    <message>
        <source>&amp;Save layout...</source>
        <translation>&amp;Guardar mapa...</translation>
    </message>
    <message>
        <source>Write the layout as an indexed PNG</source>
        <translation>Escribir el mapa como PNG indexado</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation>Restaurar lo que cubre la máscara</translation>
    </message>
    <message>
        <source>Make &amp;more candidates</source>
        <translation>&amp;Crear más variantes</translation>
    </message>
    <message>
        <source>Make more versions of the chosen face, one after the other</source>
        <translation>Crear más variantes del rostro elegido, una tras otra</translation>
    </message>
    <message>
        <source>&amp;Use candidate</source>
        <translation>&amp;Usar variante</translation>
    </message>
    <message>
        <source>Use the candidate in hand for the chosen part of the face</source>
        <translation>Usar la variante en uso para la parte elegida del rostro</translation>
    </message>
    <message>
        <source>&amp;Next candidate</source>
        <translation>Variante &amp;siguiente</translation>
    </message>
    <message>
        <source>Look at the next candidate</source>
        <translation>Ver la variante siguiente</translation>
    </message>
    <message>
        <source>Look at the candidate before</source>
        <translation>Ver la variante anterior</translation>
    </message>
    <message>
        <source>&amp;Flip between two candidates</source>
        <translation>&amp;Alternar entre dos variantes</translation>
    </message>
    <message>
        <source>Look at the other one of the two candidates that were looked at last</source>
        <translation>Ver la otra de las dos últimas variantes vistas</translation>
    </message>
    <message>
        <source>&amp;Candidates side by side</source>
        <translation>Variantes &amp;lado a lado</translation>
    </message>
    <message>
        <source>All candidates of the chosen face at once, each as large as it can be</source>
        <translation>Todas las variantes del rostro elegido a la vez, lo más grandes posible</translation>
    </message>
    <message>
        <source>&amp;Previous candidate</source>
        <translation>&amp;Variante anterior</translation>
    </message>
    <message>
        <source>Colour what the network invented (orange), what mirror image (blue) and references lent, mixed by their shares, what was filled from its surroundings (yellow), and by hand (red)</source>
        <translation>Colorear lo que la red inventó (naranja), lo que prestaron la imagen especular (azul) y las referencias, mezclado según sus partes, lo que se rellenó a partir del entorno (amarillo) y a mano (rojo)</translation>
    </message>
    <message>
        <source>Put away all that was found; undo brings it back</source>
        <translation>Apartar todo lo detectado; deshacer lo devuelve</translation>
    </message>
    <message>
        <source>&amp;Redo this face</source>
        <translation>&amp;Rehacer este rostro</translation>
    </message>
    <message>
        <source>Make another version of the chosen face alone</source>
        <translation>Crear otra variante solo del rostro elegido</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Guía del usuario</translation>
    </message>
    <message>
        <source>How everything is done, with pictures, and what the networks cannot do</source>
        <translation>Cómo se hace todo, con imágenes, y lo que las redes no pueden hacer</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visita guiada</translation>
    </message>
    <message>
        <source>Three steps on a sample portrait: paint, look at the layout, generate</source>
        <translation>Tres pasos con un retrato de muestra: pintar, mirar el mapa, generar</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>Abrir la &amp;carpeta de registros</translation>
    </message>
    <message>
        <source>Where the program writes what went wrong</source>
        <translation>Donde el programa anota lo que ha fallado</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>Comprobar esta &amp;instalación</translation>
    </message>
    <message>
        <source>Whether networks, memory, folders and file types are as they should be, and what to do if not</source>
        <translation>Si las redes, la memoria, las carpetas y los tipos de archivo están bien, y qué hacer si no</translation>
    </message>
    <message>
        <source>Crash &amp;reports</source>
        <translation>Informes de &amp;fallos</translation>
    </message>
    <message>
        <source>What was written down when the program failed; it is sent to nobody</source>
        <translation>Lo que se anotó cuando el programa falló; no se envía a nadie</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Acerca &amp;de</translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternativas</translation>
    </message>
    <message>
        <source>Alternative {number}</source>
        <translation>Alternativa {number}</translation>
    </message>
    <message>
        <source>Another layout that the damage allows; click to work on with it</source>
        <translation>Otro mapa que el daño permite; clic para seguir con él</translation>
    </message>
    <message>
        <source>The best guess; click to work on with it</source>
        <translation>La mejor hipótesis; clic para seguir con ella</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Main bar</source>
        <translation>Barra principal</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>Otras herramientas</translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message numerus="yes">
        <source>%n places.</source>
        <translation>
            <numerusform>%n lugar.</numerusform>
            <numerusform>%n lugares.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Reason, notes</source>
        <translation>Motivo, notas</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waits for its mask</source>
        <translation>Espera su máscara</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Busca daños</translation>
    </message>
    <message>
        <source>Mask made</source>
        <translation>Máscara creada</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>En restauración</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurada</translation>
    </message>
    <message>
        <source>Done before</source>
        <translation>Ya hecha</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartada</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Con reservas</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Fotos del lote</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Restore a folder</source>
        <translation>Restaurar una carpeta</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>&amp;Fotos</translation>
    </message>
    <message>
        <source>The folder of the photos to restore</source>
        <translation>La carpeta de las fotos que se van a restaurar</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Resultados</translation>
    </message>
    <message>
        <source>Where results, records and the report go</source>
        <translation>Adónde van los resultados, las fichas y el informe</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>&amp;Máscaras</translation>
    </message>
    <message>
        <source>A folder of masks by the photos&apos; names; empty: &lt;photo&gt;_mask beside each</source>
        <translation>Una carpeta de máscaras con los nombres de las fotos; vacía: &lt;photo&gt;_mask junto a cada una</translation>
    </message>
    <message>
        <source>Names of the results</source>
        <translation>Nombres de los resultados</translation>
    </message>
    <message>
        <source>{stem}: the photo&apos;s name, {number}: counted, {date}: today, {restorer}: the way to restore. The ending is added. A result that is there keeps its name.</source>
        <translation>{stem}: el nombre de la foto, {number}: un número, {date}: hoy, {restorer}: el método de restauración. La extensión se añade. Un resultado que ya existe conserva su nombre.</translation>
    </message>
    <message>
        <source>Folders &amp;below too</source>
        <translation>&amp;También las subcarpetas</translation>
    </message>
    <message>
        <source>Use pro&amp;jects of the photos</source>
        <translation>Usar los pro&amp;yectos de las fotos</translation>
    </message>
    <message>
        <source>With their mask, layouts, references and choices, as you saved them: beside the photo, or in the program&apos;s own folder where the photo&apos;s may not be written</source>
        <translation>Con su máscara, sus trazados, sus referencias y sus elecciones, como usted los guardó: junto a la foto, o en la carpeta propia del programa donde no se puede escribir en la de la foto</translation>
    </message>
    <message>
        <source>&amp;Overwrite all earlier results</source>
        <translation>Sobrescribir todos los resultados &amp;anteriores</translation>
    </message>
    <message>
        <source>Without it only what is new or changed is restored</source>
        <translation>Si no, solo se restaura lo nuevo o modificado</translation>
    </message>
    <message>
        <source>Try a&amp;gain what failed</source>
        <translation>Reintentar lo &amp;que falló</translation>
    </message>
    <message>
        <source>Go on watc&amp;hing the folder</source>
        <translation>&amp;Seguir vigilando la carpeta</translation>
    </message>
    <message>
        <source>When all is done, photos and masks that arrive are restored too, and again when they change, until you stop it</source>
        <translation>Cuando todo está hecho, las fotos y máscaras que llegan también se restauran, y otra vez si cambian, hasta que usted lo detenga</translation>
    </message>
    <message>
        <source>Photos without a mask</source>
        <translation>Fotos sin máscara</translation>
    </message>
    <message>
        <source>What is found is a guess: make the masks first and look at them, or review every result</source>
        <translation>Lo detectado es una suposición: cree primero las máscaras y mírelas, o revise cada resultado</translation>
    </message>
    <message>
        <source>Leave photos without a mask</source>
        <translation>Dejar las fotos sin máscara</translation>
    </message>
    <message>
        <source>Find damage: only what is certain</source>
        <translation>Detectar daños: solo los seguros</translation>
    </message>
    <message>
        <source>Find damage: usual caution</source>
        <translation>Detectar daños: cautela habitual</translation>
    </message>
    <message>
        <source>Find damage: all</source>
        <translation>Detectar daños: todos</translation>
    </message>
    <message>
        <source>Ma&amp;ke masks</source>
        <translation>&amp;Crear máscaras</translation>
    </message>
    <message>
        <source>Writes a mask of what looks damaged for each photo without one, to be looked at first</source>
        <translation>Escribe, para cada foto sin máscara, una máscara de lo que parece dañado, para mirarla antes</translation>
    </message>
    <message>
        <source>The same damage at one place of many scans: say once whether it is any</source>
        <translation>El mismo daño en el mismo lugar de muchos escaneos: diga una vez si lo es</translation>
    </message>
    <message>
        <source>Enter or a double click opens the photo in the editor</source>
        <translation>Intro o un doble clic abre la foto en el editor</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Revisor</translation>
    </message>
    <message>
        <source>Who gives the verdicts: it stands in the record of each result</source>
        <translation>Quién da los veredictos: consta en la ficha de cada resultado</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Con reservas</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;List photos</source>
        <translation>&amp;Listar fotos</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Sho&amp;w report</source>
        <translation>Mostrar el inform&amp;e</translation>
    </message>
    <message>
        <source>Key in the table: {key}</source>
        <translation>Tecla en la tabla: {key}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>Re&amp;visor</translation>
    </message>
    <message>
        <source>&amp;Decide on repeated places ({count})</source>
        <translation>Decidir sobre lu&amp;gares repetidos ({count})</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>C&amp;ontinuar</translation>
    </message>
    <message>
        <source>List the photos to see what would be done, or start.</source>
        <translation>Liste las fotos para ver qué se haría, o empiece.</translation>
    </message>
    <message>
        <source>Choose the folder of the photos, and where the results go.</source>
        <translation>Elija la carpeta de las fotos y adónde van los resultados.</translation>
    </message>
    <message>
        <source>Looking through the folder ...</source>
        <translation>Examinando la carpeta ...</translation>
    </message>
    <message>
        <source>Stopping after the photos that are under way ...</source>
        <translation>Se detiene tras las fotos en curso ...</translation>
    </message>
    <message>
        <source>Stopping after the present step ...</source>
        <translation>Se detiene tras el paso actual ...</translation>
    </message>
    <message>
        <source>Paused; what arrives waits. {counts}</source>
        <translation>En pausa; lo que llega espera. {counts}</translation>
    </message>
    <message>
        <source>Watching. {counts}</source>
        <translation>Vigilando. {counts}</translation>
    </message>
    <message>
        <source>Paused. {done} of {count} done.</source>
        <translation>En pausa. {done} de {count} listas.</translation>
    </message>
    <message>
        <source>Putting the answers into the masks ...</source>
        <translation>Pasando las respuestas a las máscaras ...</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project; damage is looked for in {found}.</source>
        <translation>{waiting} de {count} fotos tienen máscara o proyecto; se buscan daños en {found}.</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project.</source>
        <translation>{waiting} de {count} fotos tienen máscara o proyecto.</translation>
    </message>
    <message>
        <source>{restored} restored, {failed} failed, {skipped} skipped, {waiting} not begun.</source>
        <translation>Restauradas: {restored}, con error: {failed}, omitidas: {skipped}, sin empezar: {waiting}.</translation>
    </message>
    <message>
        <source>Looking for damage: {done} of {count} photos.</source>
        <translation>Buscando daños: {done} de {count} fotos.</translation>
    </message>
    <message>
        <source>{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting.</source>
        <translation>Llegadas: {arrived}. Restauradas: {restored}, con error: {failed}, en curso: {under_way}, en espera: {rest}.</translation>
    </message>
    <message>
        <source>{done} of {count} done.</source>
        <translation>{done} de {count} listas.</translation>
    </message>
    <message>
        <source>About {n} s left.</source>
        <translation>Quedan unos {n}&#xa0;s.</translation>
    </message>
    <message>
        <source>About {n} min left.</source>
        <translation>Quedan unos {n}&#xa0;min.</translation>
    </message>
    <message>
        <source>About {n} h left.</source>
        <translation>Quedan unas {n}&#xa0;h.</translation>
    </message>
</context>
<context>
    <name>BrushPage</name>
    <message>
        <source>Soft</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Firme</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the photo; Ctrl and the wheel change it too</source>
        <translation>Diámetro del pincel en píxeles de la foto; Ctrl y la rueda también lo cambian</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Tamaño del pincel en píxeles</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureza</translation>
    </message>
    <message>
        <source>How much of the brush paints whatever is there; its rim paints only what stands out from the photo</source>
        <translation>Qué parte del pincel pinta todo lo que haya; su borde solo pinta lo que destaca en la foto</translation>
    </message>
    <message>
        <source>How much of the brush copies in full; its rim fades into the photo</source>
        <translation>Qué parte del pincel copia por completo; su borde se funde con la foto</translation>
    </message>
    <message>
        <source>Pen pressure sets the size</source>
        <translation>La presión del lápiz da el tamaño</translation>
    </message>
    <message>
        <source>A pen that presses less paints a thinner line</source>
        <translation>Un lápiz con menos presión pinta una línea más fina</translation>
    </message>
    <message>
        <source>How pressure becomes size</source>
        <translation>Cómo la presión se vuelve tamaño</translation>
    </message>
    <message>
        <source>Soft: a light touch paints broadly. Firm: only a strong one does. Linear: in between</source>
        <translation>Suave: un toque ligero pinta ancho. Firme: solo uno fuerte. Lineal: intermedio</translation>
    </message>
    <message>
        <source>Source goes along</source>
        <translation>El origen acompaña</translation>
    </message>
    <message>
        <source>The place to copy from keeps its distance to the brush; else each stroke begins there anew</source>
        <translation>El lugar que se copia mantiene su distancia al pincel; si no, cada trazo empieza de nuevo allí</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>Candidates side by side</source>
        <translation>Variantes lado a lado</translation>
    </message>
    <message>
        <source>Arrow keys and numbers take a candidate in hand, Enter uses it, Esc goes back to the photo.</source>
        <translation>Las flechas y los números toman una variante, Intro la usa, Esc vuelve a la foto.</translation>
    </message>
    <message>
        <source>seed {seed}, in use</source>
        <translation>semilla {seed}, en uso</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
</context>
<context>
    <name>CandidateSelection</name>
    <message>
        <source>Use candidate {seed}</source>
        <translation>Usar la variante {seed}</translation>
    </message>
    <message>
        <source>Use candidate {seed}: {part}</source>
        <translation>Usar la variante {seed}: {part}</translation>
    </message>
    <message>
        <source>Brush candidate {seed}</source>
        <translation>Pintar la variante {seed}</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
</context>
<context>
    <name>CandidatesBar</name>
    <message>
        <source>Candidates</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>Versions of the chosen face appear here when it is restored.</source>
        <translation>Las variantes del rostro elegido aparecen aquí cuando se restaura.</translation>
    </message>
    <message>
        <source>How many more candidates</source>
        <translation>Cuántas variantes más</translation>
    </message>
    <message>
        <source>How many more candidates are made, one after the other</source>
        <translation>Cuántas variantes más se crean, una tras otra</translation>
    </message>
    <message>
        <source>Point at a version of the chosen face to see it in the photo; Enter uses one</source>
        <translation>Señale una versión del rostro elegido para verla en la foto; Intro la usa</translation>
    </message>
    <message>
        <source>How much of the restoration is used for this part; at 0% it keeps the photo&apos;s own pixels</source>
        <translation>Cuánto de la restauración se usa en esta parte; al 0&#xa0;% conserva los píxeles de la foto</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>How strong the fine detail is that a painted face borrows from visible skin and hair of the same photo, where the photo is finer than the networks paint; at 0% it has grain only</source>
        <translation>Fuerza del detalle fino que un rostro pintado toma de la piel y el pelo visibles de la misma foto, donde la foto es más fina de lo que pintan las redes; al 0&#xa0;% solo tiene grano</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Results of this photo: Enter or a double click returns to one</source>
        <translation>Resultados de esta foto: Intro o un doble clic vuelve a uno</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>Resultados hasta ahora</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Alternar</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}</source>
        <translation>Variante {number}, semilla {seed}</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}, in use</source>
        <translation>Variante {number}, semilla {seed}, en uso</translation>
    </message>
    <message>
        <source>Make more</source>
        <translation>Crear más</translation>
    </message>
    <message>
        <source>{distance} away from the candidate in use</source>
        <translation>a {distance} de la variante en uso</translation>
    </message>
    <message>
        <source>Result {number}, seed {seed}</source>
        <translation>Resultado {number}, semilla {seed}</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
    <message>
        <source>The photo with its mask and layout. Arrow keys move the view, or the cursor of the tools.</source>
        <translation>La foto con su máscara y su mapa. Las flechas mueven la vista, o el cursor de las herramientas.</translation>
    </message>
</context>
<context>
    <name>CloneTool</name>
    <message>
        <source>Hold Alt and click there, or use the right button. Then paint.</source>
        <translation>Haga clic allí con Alt pulsada o con el botón derecho. Después, pinte.</translation>
    </message>
    <message>
        <source>Choose first where to copy from</source>
        <translation>Elija primero de dónde copiar</translation>
    </message>
    <message>
        <source>What lies there is still to be repaired, or beyond the photo; or what is under the brush is protected.</source>
        <translation>Lo que hay allí está aún por reparar o fuera de la foto; o lo que hay bajo el pincel está protegido.</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>No se copió nada</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>End the tour</source>
        <translation>Terminar la visita</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Hágalo por mí</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Original beside the result</source>
        <translation>Original junto al resultado</translation>
    </message>
    <message>
        <source>The original; the result is beside it</source>
        <translation>El original; el resultado está al lado</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>A report of it was written. It is sent to nobody; you may look at it, and send it.</source>
        <translation>Se escribió un informe. No se envía a nadie; puede verlo y enviarlo.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly before</source>
        <translation>El programa terminó antes de forma inesperada</translation>
    </message>
    <message>
        <source>Your work is still here; save it. The log has the details (Help menu). {error}</source>
        <translation>Su trabajo sigue aquí; guárdelo. El registro tiene los detalles (menú Ayuda). {error}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Ha ocurrido algo inesperado</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Mostrar el informe</translation>
    </message>
</context>
<context>
    <name>CrashReportsDialog</name>
    <message>
        <source>Crash reports</source>
        <translation>Informes de fallos</translation>
    </message>
    <message>
        <source>This is all that a report holds: no picture, and nothing by which you or your files are called. It is sent to nobody; you may copy it into a message, or save it and send it.</source>
        <translation>Esto es todo lo que contiene un informe: ninguna imagen, ni nombres suyos o de sus archivos. No se envía a nadie; puede copiarlo en un mensaje, o guardarlo y enviarlo.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Texto del informe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No report is kept.</source>
        <translation>No hay ningún informe.</translation>
    </message>
    <message>
        <source>This report cannot be read.</source>
        <translation>Este informe no se puede leer.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>The report cannot be saved there ({reason}).</source>
        <translation>El informe no se puede guardar ahí ({reason}).</translation>
    </message>
</context>
<context>
    <name>DamageClassDialog</name>
    <message>
        <source>Add a class of damage</source>
        <translation>Añadir una clase de daño</translation>
    </message>
    <message>
        <source>Change a class of damage</source>
        <translation>Modificar una clase de daño</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Treatment</source>
        <translation>&amp;Tratamiento</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Another class has this name.</source>
        <translation>Otra clase tiene este nombre.</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>Color de la clase</translation>
    </message>
</context>
<context>
    <name>DamageClassEdits</name>
    <message>
        <source>Change treatment</source>
        <translation>Cambiar el tratamiento</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>Modificar clase</translation>
    </message>
    <message>
        <source>Remove one that is not needed first.</source>
        <translation>Elimine antes una que no necesite.</translation>
    </message>
    <message>
        <source>The mask has no room for another class</source>
        <translation>La máscara no tiene sitio para otra clase</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Clase nueva</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>Añadir clase</translation>
    </message>
    <message>
        <source>It is what the white of a plain mask means. Give it another treatment instead.</source>
        <translation>Es lo que significa el blanco de una máscara simple. Dele mejor otro tratamiento.</translation>
    </message>
    <message>
        <source>Plain damage stays</source>
        <translation>El daño corriente se queda</translation>
    </message>
    <message>
        <source>What was painted as {name} is marked no more. Undo brings it back.</source>
        <translation>Lo pintado como {name} ya no está marcado. Deshacer lo devuelve.</translation>
    </message>
    <message>
        <source>Class removed</source>
        <translation>Clase eliminada</translation>
    </message>
</context>
<context>
    <name>DamageClasses</name>
    <message>
        <source>kept</source>
        <translation>se conserva</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Stays as it is for now; tools may paint over it.</source>
        <translation>Queda como está por ahora; las herramientas pueden pintar encima.</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protegido</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>Stays as it is, bit for bit, whatever is done; tools leave it alone.</source>
        <translation>Queda como está, bit a bit, pase lo que pase; las herramientas no lo tocan.</translation>
    </message>
    <message>
        <source>filled without a network</source>
        <translation>se rellena sin red</translation>
    </message>
    <message>
        <source>Fill without a network</source>
        <translation>Rellenar sin red</translation>
    </message>
    <message>
        <source>Continued from its surroundings, inside a face too; no network invents anything.</source>
        <translation>Se continúa desde su entorno, también dentro de un rostro; ninguna red inventa nada.</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>se restaura</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Painted by the networks inside a face, continued from its surroundings elsewhere.</source>
        <translation>Lo pintan las redes dentro de un rostro; en otro lugar se continúa desde el entorno.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Original, do not repair</source>
        <translation>Original, no reparar</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Polvo</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Arañazo</translation>
    </message>
    <message>
        <source>Crease</source>
        <translation>Pliegue</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Mancha</translation>
    </message>
    <message>
        <source>Torn or missing</source>
        <translation>Desgarro o pérdida</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
</context>
<context>
    <name>DamageSearch</name>
    <message>
        <source>Places that are suggested and not in the mask yet: {count}.</source>
        <translation>Lugares sugeridos que aún no están en la máscara: {count}.</translation>
    </message>
    <message>
        <source>Accept them and go on</source>
        <translation>Aceptarlos y seguir</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Seguir sin ellos</translation>
    </message>
    <message>
        <source>There are suggestions</source>
        <translation>Hay sugerencias</translation>
    </message>
    <message>
        <source>Nothing stands out as scratch, crease, dust, stain or tear.</source>
        <translation>Nada destaca como arañazo, pliegue, polvo, mancha o desgarro.</translation>
    </message>
    <message>
        <source>No damage was found</source>
        <translation>No se detectó ningún daño</translation>
    </message>
    <message>
        <source>A network is missing</source>
        <translation>Falta una red</translation>
    </message>
    <message>
        <source>The infrared channel of this scan</source>
        <translation>El canal infrarrojo de este escaneo</translation>
    </message>
    <message>
        <source>It was used to find damage. What it shows is the surest of the suggestions.</source>
        <translation>Se usó para detectar daños. Lo que muestra es lo más seguro de las sugerencias.</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Stacked panels</source>
        <translation>Paneles apilados</translation>
    </message>
</context>
<context>
    <name>DocumentEdits</name>
    <message>
        <source>Add face</source>
        <translation>Añadir rostro</translation>
    </message>
    <message>
        <source>Skip face</source>
        <translation>Omitir rostro</translation>
    </message>
    <message>
        <source>Restore face</source>
        <translation>Restaurar rostro</translation>
    </message>
    <message>
        <source>Reorder faces</source>
        <translation>Reordenar rostros</translation>
    </message>
    <message>
        <source>Move face</source>
        <translation>Mover rostro</translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation>Eliminar rostro</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Mover: {name}</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>Pintar: {name}</translation>
    </message>
    <message>
        <source>Fill with {name}</source>
        <translation>Rellenar: {name}</translation>
    </message>
    <message>
        <source>Predict layout</source>
        <translation>Predecir mapa</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generar</translation>
    </message>
    <message>
        <source>Load layout</source>
        <translation>Cargar mapa</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Restablecer mapa</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Pincelada</translation>
    </message>
    <message>
        <source>Eraser stroke</source>
        <translation>Trazo de borrador</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Añadir referencia</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Eliminar referencia</translation>
    </message>
    <message>
        <source>Parts lent by {file}</source>
        <translation>Partes prestadas por {file}</translation>
    </message>
    <message>
        <source>Mask of {file}</source>
        <translation>Máscara de {file}</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Show the scan as it lies</source>
        <translation>Mostrar el escaneo tal como está</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Clonar</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>DropAreas</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Look for this person in the folder</source>
        <translation>Buscar a esta persona en la carpeta</translation>
    </message>
    <message>
        <source>Another photograph of this person</source>
        <translation>Otra fotografía de esta persona</translation>
    </message>
    <message>
        <source>Further photographs of this person</source>
        <translation>Más fotografías de esta persona</translation>
    </message>
</context>
<context>
    <name>EndNotice</name>
    <message>
        <source>It did not work</source>
        <translation>No ha funcionado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A JPEG is at most {side} pixels wide and high.</source>
        <translation>Un JPEG tiene como máximo {side} píxeles de ancho y de alto.</translation>
    </message>
    <message>
        <source>A Ray cluster gives out no device {name}.</source>
        <translation>Un clúster Ray no asigna ningún dispositivo {name}.</translation>
    </message>
    <message>
        <source>A WebP is at most {side} pixels wide and high.</source>
        <translation>Un WebP tiene como máximo {side} píxeles de ancho y de alto.</translation>
    </message>
    <message>
        <source>A batch cannot be driven through {address}.</source>
        <translation>Un lote no puede dirigirse a través de {address}.</translation>
    </message>
    <message>
        <source>A block of metadata in the file is damaged; it was left out.</source>
        <translation>Un bloque de metadatos del archivo está dañado; se ha omitido.</translation>
    </message>
    <message>
        <source>A brace is open, or closed twice.</source>
        <translation>Una llave está abierta o cerrada dos veces.</translation>
    </message>
    <message>
        <source>A closer look around the mask found faces that were not seen in the whole photo: {count}. Check that each of them is a face.</source>
        <translation>Una mirada más atenta alrededor de la máscara encontró rostros que no se vieron en la foto entera: {count}. Compruebe que cada uno sea un rostro.</translation>
    </message>
    <message>
        <source>A computer of the Ray cluster could not start a worker ({reason}).</source>
        <translation>Un equipo del clúster Ray no pudo iniciar un proceso ({reason}).</translation>
    </message>
    <message>
        <source>A file of this name exists.</source>
        <translation>Existe un archivo con este nombre.</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold {sign} everywhere.</source>
        <translation>El nombre de un archivo no puede contener {sign} en todas partes.</translation>
    </message>
    <message>
        <source>A layout has the classes 0 to {last}.</source>
        <translation>Un mapa tiene las clases de 0 a {last}.</translation>
    </message>
    <message>
        <source>A layout is an indexed, grey or RGB PNG.</source>
        <translation>Un mapa es un PNG indexado, en gris o RGB.</translation>
    </message>
    <message>
        <source>A layout is saved as PNG.</source>
        <translation>Un mapa se guarda como PNG.</translation>
    </message>
    <message>
        <source>A mask is saved as PNG.</source>
        <translation>Una máscara se guarda como PNG.</translation>
    </message>
    <message>
        <source>A name that begins or ends with a dot is hidden, or cut off, on some systems.</source>
        <translation>Un nombre que empieza o acaba en punto queda oculto, o cortado, en algunos sistemas.</translation>
    </message>
    <message>
        <source>A network cannot be loaded</source>
        <translation>No se puede cargar una red</translation>
    </message>
    <message>
        <source>A network is not installed</source>
        <translation>Una red no está instalada</translation>
    </message>
    <message>
        <source>A network paints all that is masked, in faces and beside them, from the photo around it, and follows no layout.</source>
        <translation>Una red pinta todo lo enmascarado, en los rostros y junto a ellos, a partir de la foto que lo rodea, y no sigue ningún mapa.</translation>
    </message>
    <message>
        <source>A network that has learnt what faces are paints a whole one, and two others fit it into the photo.</source>
        <translation>Una red que ha aprendido qué son los rostros pinta uno entero, y otras dos lo encajan en la foto.</translation>
    </message>
    <message>
        <source>A network&apos;s file is damaged</source>
        <translation>El archivo de una red está dañado</translation>
    </message>
    <message>
        <source>A pack is for the program that was installed as a package, without PyTorch.</source>
        <translation>Este paquete es para el programa instalado sin PyTorch.</translation>
    </message>
    <message>
        <source>A place is confirmed by neither yes nor no, nor left at ask.</source>
        <translation>Un lugar no está confirmado con sí ni con no, ni se ha dejado en preguntar.</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}.</source>
        <translation>El nombre de un proyecto acaba en {suffix}.</translation>
    </message>
    <message>
        <source>A text in the file is damaged; the picture is not.</source>
        <translation>Un texto del archivo está dañado; la imagen no.</translation>
    </message>
    <message>
        <source>All names for the project are taken.</source>
        <translation>Todos los nombres para el proyecto están ocupados.</translation>
    </message>
    <message>
        <source>All that is to be restored is protected, so nothing was changed.</source>
        <translation>Todo lo que hay que restaurar está protegido, así que no se cambió nada.</translation>
    </message>
    <message>
        <source>All works, more slowly. With a newer driver, try it again: facerestore doctor --probe.</source>
        <translation>Todo funciona, más despacio. Con un controlador más nuevo, pruebe otra vez: facerestore doctor --probe.</translation>
    </message>
    <message>
        <source>Allow it to be compressed, or save it as PNG or TIFF.</source>
        <translation>Permita que se comprima, o guárdelo como PNG o TIFF.</translation>
    </message>
    <message>
        <source>Allow its user to, or choose another output folder.</source>
        <translation>Permítaselo a su usuario, o elija otra carpeta de salida.</translation>
    </message>
    <message>
        <source>An aligned crop is square; this picture is {width} x {height} pixels.</source>
        <translation>Un recorte alineado es cuadrado; esta imagen tiene {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>Another run is restoring into {folder} at this moment.</source>
        <translation>Otro proceso está restaurando en {folder} en este momento.</translation>
    </message>
    <message>
        <source>Another seed gives another candidate.</source>
        <translation>Otra semilla da otra variante.</translation>
    </message>
    <message>
        <source>Ask for fewer cores, wait until other work on the cluster is done, or see what &apos;ray status&apos; says.</source>
        <translation>Pida menos núcleos, espere a que termine otro trabajo del clúster, o vea lo que dice «ray status».</translation>
    </message>
    <message>
        <source>Ask its owner, or make a copy that belongs to you.</source>
        <translation>Pregunte a su propietario, o haga una copia que le pertenezca.</translation>
    </message>
    <message>
        <source>Build it again.</source>
        <translation>Constrúyalo de nuevo.</translation>
    </message>
    <message>
        <source>By its points the mouth lies above the eyes, so the face was taken to be upside down.</source>
        <translation>Según sus puntos, la boca está por encima de los ojos, así que el rostro se tomó como invertido.</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Check its name, and whether its disk is connected.</source>
        <translation>Compruebe su nombre, y si su disco está conectado.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Compruebe su nombre.</translation>
    </message>
    <message>
        <source>Check the disk, and copy the file elsewhere.</source>
        <translation>Compruebe el disco, y copie el archivo en otro lugar.</translation>
    </message>
    <message>
        <source>Check the disk, or move the infrared file away from the scan.</source>
        <translation>Compruebe el disco, o aparte el archivo infrarrojo del escaneo.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Compruebe el disco.</translation>
    </message>
    <message>
        <source>Chinese letters</source>
        <translation>Caracteres chinos</translation>
    </message>
    <message>
        <source>Choose --device auto or --device cpu.</source>
        <translation>Elija --device auto o --device cpu.</translation>
    </message>
    <message>
        <source>Choose --device auto, or install PyTorch.</source>
        <translation>Elija --device auto o instale PyTorch.</translation>
    </message>
    <message>
        <source>Choose a folder of weights with one network for each task.</source>
        <translation>Elija una carpeta de pesos con una red para cada tarea.</translation>
    </message>
    <message>
        <source>Choose a photograph that shows the person&apos;s face larger or more from the front, or leave it out.</source>
        <translation>Elija una fotografía que muestre el rostro de la persona más grande o más de frente, u omítala.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Elija un nombre más corto.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Elija otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name, or add --overwrite.</source>
        <translation>Elija otro nombre, o añada --overwrite.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be overwritten.</source>
        <translation>Elija otro nombre, o permita que se sobrescriba.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this program to write there.</source>
        <translation>Elija otra carpeta de salida, o permita a este programa escribir ahí.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Elija otra carpeta de salida.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or install PyTorch.</source>
        <translation>Elija otra forma de restaurar o instale PyTorch.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or train this network yourself (facerestore train {network}).</source>
        <translation>Elija otro método de restauración, o entrene usted esta red (facerestore train {network}).</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>Choose other names or another output folder; a photo is never written over.</source>
        <translation>Elija otros nombres u otra carpeta de salida; una foto nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>Choose the project of this photograph, or a mask file.</source>
        <translation>Elija el proyecto de esta fotografía o un archivo de máscara.</translation>
    </message>
    <message>
        <source>Chooses one of the ways that are installed, by damage and faces of each photo, and says why.</source>
        <translation>Elige uno de los métodos instalados, según los daños y los rostros de cada foto, y dice por qué.</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Elegido según el daño</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Close other programs before you restore large photos.</source>
        <translation>Cierre otros programas antes de restaurar fotos grandes.</translation>
    </message>
    <message>
        <source>Close other programs, allow this one more memory, or open a smaller copy of the photo.</source>
        <translation>Cierre otros programas, conceda a este más memoria, o abra una copia más pequeña de la foto.</translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller copy of it.</source>
        <translation>Cierre otros programas, o abra una copia más pequeña.</translation>
    </message>
    <message>
        <source>Close other programs, or use --device cpu.</source>
        <translation>Cierre otros programas, o use --device cpu.</translation>
    </message>
    <message>
        <source>Compared with {files}: it is doubtful that this is the same person (distance {distance}, doubtful from {limit}, another person from {unlike}).</source>
        <translation>Comparado con {files}: es dudoso que sea la misma persona (distancia {distance}, dudoso desde {limit}, otra persona desde {unlike}).</translation>
    </message>
    <message>
        <source>Compared with {files}: nothing speaks against the same person (distance {distance}, limit {limit}).</source>
        <translation>Comparado con {files}: nada indica que no sea la misma persona (distancia {distance}, límite {limit}).</translation>
    </message>
    <message>
        <source>Compared with {files}: restored, the face is less like the person than what was visible of it (further away by {away}, limit {away_limit}; distance {distance}).</source>
        <translation>Comparado con {files}: restaurado, el rostro se parece menos a la persona que lo que se veía de ella (más lejos en {away}, límite {away_limit}; distancia {distance}).</translation>
    </message>
    <message>
        <source>Compared with {files}: what was painted is less like the person than it may be (by {strangeness}, limit {strange_limit}; distance of the whole face {distance}).</source>
        <translation>Comparado con {files}: lo pintado se parece a la persona menos de lo admisible (en {strangeness}, límite {strange_limit}; distancia del rostro entero {distance}).</translation>
    </message>
    <message>
        <source>Convert it to RGB in the program it comes from; that needs its printing profile.</source>
        <translation>Conviértala a RGB en el programa del que procede; para ello hace falta su perfil de impresión.</translation>
    </message>
    <message>
        <source>Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it.</source>
        <translation>Conviértala a RGB o gris con 8 o 16 bits por canal en el programa que la hizo.</translation>
    </message>
    <message>
        <source>Convert it to RGB with 8 bits per channel.</source>
        <translation>Conviértala a RGB con 8 bits por canal.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Count from its top left corner.</source>
        <translation>Cuente desde su esquina superior izquierda.</translation>
    </message>
    <message>
        <source>Create it, or choose another folder.</source>
        <translation>Créela, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Cut out the portrait, and open that.</source>
        <translation>Recorte el retrato, y ábralo.</translation>
    </message>
    <message>
        <source>Damage lies in a face, and no network that paints faces is installed.</source>
        <translation>El daño está en un rostro, y no hay instalada ninguna red que pinte rostros.</translation>
    </message>
    <message>
        <source>Damage lies in a face, which this way paints.</source>
        <translation>Hay daño en un rostro, y este método los pinta.</translation>
    </message>
    <message>
        <source>Develop it to a TIFF or PNG first.</source>
        <translation>Revélelo antes como TIFF o PNG.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Export it anew, or save it without its texts to use it as a plain mask.</source>
        <translation>Expórtela de nuevo, o guárdela sin sus textos para usarla como máscara simple.</translation>
    </message>
    <message>
        <source>Export the networks again (facerestore models export-onnx).</source>
        <translation>Exporte las redes de nuevo (facerestore models export-onnx).</translation>
    </message>
    <message>
        <source>Exporting needs the packages onnx and onnxscript.</source>
        <translation>Exportar necesita los paquetes onnx y onnxscript.</translation>
    </message>
    <message>
        <source>Face {number}: {words}</source>
        <translation>Rostro {number}: {words}</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Rostros por modelo (ISFRNet)</translation>
    </message>
    <message>
        <source>Faces by layout</source>
        <translation>Rostros según el mapa</translation>
    </message>
    <message>
        <source>File types</source>
        <translation>Tipos de archivo</translation>
    </message>
    <message>
        <source>Find the damage of its photo again.</source>
        <translation>Busque de nuevo los daños de su foto.</translation>
    </message>
    <message>
        <source>For example {stem}_restored or {number}_{stem}; known are {stem}, {number}, {date}, {restorer} and, at the end, .{ext}.</source>
        <translation>Por ejemplo {stem}_restored o {number}_{stem}; se conocen {stem}, {number}, {date}, {restorer} y, al final, .{ext}.</translation>
    </message>
    <message>
        <source>Choose one that can be used ({ways}). For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Elija uno que se pueda usar ({ways}). Para investigación y uso privado, elija todas las redes en las preferencias y omita FACERESTORE_WEIGHTS.</translation>
    </message>
    <message>
        <source>For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Para investigación y uso privado, elija todas las redes en las preferencias y omita FACERESTORE_WEIGHTS.</translation>
    </message>
    <message>
        <source>Free some room on this disk: what is not saved yet is kept there.</source>
        <translation>Libere espacio en este disco: ahí se guarda lo que aún no se ha guardado.</translation>
    </message>
    <message>
        <source>Free some space, or save it elsewhere.</source>
        <translation>Libere espacio, o guárdelo en otro lugar.</translation>
    </message>
    <message>
        <source>Free some space, or save to another disk.</source>
        <translation>Libere espacio, o guarde en otro disco.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libere espacio.</translation>
    </message>
    <message>
        <source>From the album were taken, best first (distance): {files}.</source>
        <translation>Del álbum se tomaron, primero la mejor (distancia): {files}.</translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation>Vuelva a generarlo.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .ora (OpenRaster) or .tif.</source>
        <translation>Dele un nombre que acabe en .ora (OpenRaster) o .tif.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png, .tif, .webp or .jpg.</source>
        <translation>Dele un nombre que acabe en .png, .tif, .webp o .jpg.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png.</source>
        <translation>Dele un nombre que acabe en .png.</translation>
    </message>
    <message>
        <source>Give it such a name.</source>
        <translation>Dele un nombre así.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there.</source>
        <translation>Concédase permiso para escribir ahí.</translation>
    </message>
    <message>
        <source>Good for comparing: another network&apos;s idea of the same face.</source>
        <translation>Útil para comparar: la idea que otra red tiene del mismo rostro.</translation>
    </message>
    <message>
        <source>Good for damage that reaches from a face into hair, clothes or background, at any shape of photo.</source>
        <translation>Útil para daños que van de un rostro al pelo, la ropa o el fondo, con cualquier formato de foto.</translation>
    </message>
    <message>
        <source>Good for faces of which an eye, the mouth or more is hidden, and for scratches across them.</source>
        <translation>Útil para rostros a los que se les oculta un ojo, la boca o más, y para arañazos que los cruzan.</translation>
    </message>
    <message>
        <source>Good for folders of mixed photos, and for whoever does not want to choose.</source>
        <translation>Útil para carpetas de fotos variadas, y para quien no quiera elegir.</translation>
    </message>
    <message>
        <source>Good for scratches, and for wide damage on cloth, walls or sky in a photo with grain.</source>
        <translation>Útil para arañazos, y para daños extensos en tela, paredes o cielo en una foto con grano.</translation>
    </message>
    <message>
        <source>Good for spots on even ground, in no time.</source>
        <translation>Útil para manchas sobre fondo uniforme, en un instante.</translation>
    </message>
    <message>
        <source>Good for thin scratches and cracks across edges.</source>
        <translation>Útil para arañazos finos y grietas que cruzan bordes.</translation>
    </message>
    <message>
        <source>How long it takes on this computer was not measured yet.</source>
        <translation>Aún no se ha medido cuánto tarda en este equipo.</translation>
    </message>
    <message>
        <source>In {folder} there are {names} for the task {task!r}, but not {standard}: which is meant is not said.</source>
        <translation>En {folder} hay {names} para la tarea {task!r}, pero no {standard}: no se dice cuál se quiere.</translation>
    </message>
    <message>
        <source>In {folder}, {problem}.</source>
        <translation>En {folder}, {problem}.</translation>
    </message>
    <message>
        <source>Install a font such as Noto Sans CJK to read Chinese.</source>
        <translation>Instale una fuente como Noto Sans CJK para leer chino.</translation>
    </message>
    <message>
        <source>Install facerestore again, or choose another folder of weights.</source>
        <translation>Instale facerestore de nuevo, o elija otra carpeta de pesos.</translation>
    </message>
    <message>
        <source>Install facerestore again.</source>
        <translation>Vuelva a instalar facerestore.</translation>
    </message>
    <message>
        <source>Install it with &apos;python -m pip install ray&apos; in this program&apos;s environment, or leave --engine away.</source>
        <translation>Instálelo con «python -m pip install ray» en el entorno de este programa, o no ponga --engine.</translation>
    </message>
    <message>
        <source>Install the same networks on every computer of the cluster.</source>
        <translation>Instale las mismas redes en cada equipo del clúster.</translation>
    </message>
    <message>
        <source>Install the same version on every computer of the cluster.</source>
        <translation>Instale la misma versión en cada equipo del clúster.</translation>
    </message>
    <message>
        <source>Install the same versions of facerestore, Python and Ray on every computer of the cluster.</source>
        <translation>Instale las mismas versiones de facerestore, Python y Ray en cada equipo del clúster.</translation>
    </message>
    <message>
        <source>It borrows from no other photograph.</source>
        <translation>No toma nada de otras fotografías.</translation>
    </message>
    <message>
        <source>It borrows from other photographs of the person.</source>
        <translation>Toma partes de otras fotografías de la persona.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>No se puede leer ({reason}).</translation>
    </message>
    <message>
        <source>It cannot be recovered.</source>
        <translation>No se puede recuperar.</translation>
    </message>
    <message>
        <source>It cannot be unpacked ({reason}).</source>
        <translation>No se puede desempaquetar ({reason}).</translation>
    </message>
    <message>
        <source>It follows no layout.</source>
        <translation>No sigue ningún mapa.</translation>
    </message>
    <message>
        <source>It follows the layout, which can be corrected.</source>
        <translation>Sigue el mapa, que se puede corregir.</translation>
    </message>
    <message>
        <source>It gives one result.</source>
        <translation>Da un solo resultado.</translation>
    </message>
    <message>
        <source>It is no pack for a graphics card, or damaged.</source>
        <translation>No es un paquete para una tarjeta gráfica, o está dañado.</translation>
    </message>
    <message>
        <source>It is not known how large {file} is.</source>
        <translation>No se sabe qué tamaño tiene {file}.</translation>
    </message>
    <message>
        <source>It is uncertain whether what was found is a face. Look where its points lie, and place them if they are wrong; if the photo lies askew, turn it upright first.</source>
        <translation>No es seguro que lo encontrado sea un rostro. Mire dónde están sus puntos, y colóquelos si están mal; si la foto está torcida, enderécela antes.</translation>
    </message>
    <message>
        <source>It lacks {packages}.</source>
        <translation>Le falta {packages}.</translation>
    </message>
    <message>
        <source>It names damage classes that stay as they are, but has greys that belong to no class, as after work in another program: what is to be kept cannot be told any more.</source>
        <translation>Nombra clases de daño que quedan como están, pero tiene grises que no pertenecen a ninguna clase, como tras un trabajo en otro programa: ya no se puede saber qué debe conservarse.</translation>
    </message>
    <message>
        <source>It needs {needed} MB on the disk of {folder}, which has {free} MB.</source>
        <translation>Necesita {needed} MB en el disco de {folder}, que tiene {free} MB.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a face on this computer.</source>
        <translation>Tarda unos {seconds}&#xa0;s por rostro en este equipo.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a photo on this computer.</source>
        <translation>Tarda unos {seconds}&#xa0;s por foto en este equipo.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>Se ha pedido así.</translation>
    </message>
    <message>
        <source>It was changed or moved since. Restore it again.</source>
        <translation>Se ha modificado o movido desde entonces. Restáurela de nuevo.</translation>
    </message>
    <message>
        <source>It was made with another photo than {photo}.</source>
        <translation>Se hizo con otra foto que no es {photo}.</translation>
    </message>
    <message>
        <source>It was tried on the graphics card: {problem}.</source>
        <translation>Se probó en la tarjeta gráfica: {problem}.</translation>
    </message>
    <message>
        <source>Its crop lies outside this one.</source>
        <translation>Su recorte queda fuera de esta.</translation>
    </message>
    <message>
        <source>Its network is not installed.</source>
        <translation>Su red no está instalada.</translation>
    </message>
    <message>
        <source>Its photo, {photo}, was not found.</source>
        <translation>No se encontró su foto, {photo}.</translation>
    </message>
    <message>
        <source>JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG no puede guardar con exactitud los píxeles intactos; PNG y TIFF sí.</translation>
    </message>
    <message>
        <source>Known are {names}.</source>
        <translation>Se conocen {names}.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Layers are not written as {suffix}.</source>
        <translation>Las capas no se escriben como {suffix}.</translation>
    </message>
    <message>
        <source>Leave --device away, or say cpu.</source>
        <translation>No ponga --device, o indique cpu.</translation>
    </message>
    <message>
        <source>Leave out --aligned to have the face found.</source>
        <translation>No ponga --aligned para que se busque el rostro.</translation>
    </message>
    <message>
        <source>Leave out of the mask what is sound, or choose another way to restore.</source>
        <translation>Deje fuera de la máscara lo que está sano, o elija otro método de restauración.</translation>
    </message>
    <message>
        <source>Leave out the layout, or choose another restorer.</source>
        <translation>No ponga el mapa, o elija otro método de restauración.</translation>
    </message>
    <message>
        <source>Leave out the points, or make the layout again with them.</source>
        <translation>No ponga los puntos, o haga de nuevo el mapa con ellos.</translation>
    </message>
    <message>
        <source>Leave out the references, or choose another restorer.</source>
        <translation>No ponga las referencias, o elija otro método de restauración.</translation>
    </message>
    <message>
        <source>Leave out where the face is, or choose another restorer.</source>
        <translation>No indique dónde está el rostro, o elija otro método de restauración.</translation>
    </message>
    <message>
        <source>Look into the log, and see whether &apos;facerestore doctor&apos; finds what is missing.</source>
        <translation>Mire en el registro, y vea si «facerestore doctor» encuentra lo que falta.</translation>
    </message>
    <message>
        <source>Looks like another person than in {files} (distance {distance}, limit {unlike}).</source>
        <translation>Parece otra persona que la de {files} (distancia {distance}, límite {unlike}).</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, and open that.</source>
        <translation>Haga una copia más pequeña, y ábrala.</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, or cut out the portrait, and open that.</source>
        <translation>Haga una copia más pequeña, o recorte el retrato, y ábrala.</translation>
    </message>
    <message>
        <source>Make room, choose another output folder, or restore fewer photos at a time.</source>
        <translation>Haga sitio, elija otra carpeta de salida, o restaure menos fotos a la vez.</translation>
    </message>
    <message>
        <source>More of the infrared channel is dark than dirt can be. It is of a film that stops infrared, or it is no infrared of this picture. It was not used.</source>
        <translation>El canal infrarrojo tiene más zonas oscuras de las que puede causar la suciedad. Es de una película que detiene el infrarrojo, o no es el infrarrojo de esta imagen. No se usó.</translation>
    </message>
    <message>
        <source>Much of the damage lies beyond the face, or much of the face&apos;s frame beyond the photo.</source>
        <translation>Buena parte del daño está más allá del rostro, o buena parte del marco del rostro más allá de la foto.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indique un archivo.</translation>
    </message>
    <message>
        <source>Name a folder with photographs of the person.</source>
        <translation>Indique una carpeta con fotografías de la persona.</translation>
    </message>
    <message>
        <source>Name a mask that is there.</source>
        <translation>Indique una máscara que exista.</translation>
    </message>
    <message>
        <source>Name a photo, or a folder of photos.</source>
        <translation>Indique una foto, o una carpeta de fotos.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>Indique otra carpeta.</translation>
    </message>
    <message>
        <source>Name it: celeba (CelebAMask-HQ: 1 skin, 2 nose, 13 hair), bisenet (face-parsing.PyTorch: 1 skin, 10 nose, 17 hair) or segface (SegFace: 1 neck, 2 skin, 14 hair).</source>
        <translation>Indíquelo: celeba (CelebAMask-HQ: 1 piel, 2 nariz, 13 pelo), bisenet (face-parsing.PyTorch: 1 piel, 10 nariz, 17 pelo) o segface (SegFace: 1 cuello, 2 piel, 14 pelo).</translation>
    </message>
    <message>
        <source>Name the folder of the album.</source>
        <translation>Indique la carpeta del álbum.</translation>
    </message>
    <message>
        <source>Name those that are most alike in pose and sharpest.</source>
        <translation>Indique las más parecidas en pose y más nítidas.</translation>
    </message>
    <message>
        <source>Networks paint faces, following the layout; the rest is continued from its surroundings.</source>
        <translation>Unas redes pintan los rostros siguiendo el mapa; el resto se continúa desde su entorno.</translation>
    </message>
    <message>
        <source>No class of the mask is to be restored or filled, so nothing was changed.</source>
        <translation>Ninguna clase de la máscara debe restaurarse ni rellenarse, así que no se cambió nada.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is thin.</source>
        <translation>Ningún rostro está dañado, y el daño es fino.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is wide.</source>
        <translation>Ningún rostro está dañado, y el daño es extenso.</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>No se encontró ningún rostro</translation>
    </message>
    <message>
        <source>No face was found in the reference {file}.</source>
        <translation>No se encontró ningún rostro en la referencia {file}.</translation>
    </message>
    <message>
        <source>No face was found in this photo, neither upright nor turned.</source>
        <translation>No se encontró ningún rostro en esta foto, ni derecha ni girada.</translation>
    </message>
    <message>
        <source>No face was found in {files}.</source>
        <translation>No se encontró ningún rostro en {files}.</translation>
    </message>
    <message>
        <source>No face was found; the photo was painted by what is visible around the damage alone.</source>
        <translation>No se encontró ningún rostro; la foto se pintó solo a partir de lo visible alrededor del daño.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border along lines of equal brightness.</source>
        <translation>Sin red: todo lo enmascarado se continúa desde su borde a lo largo de líneas de igual luminosidad.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border by fast marching.</source>
        <translation>Sin red: todo lo enmascarado se continúa desde su borde por marcha rápida.</translation>
    </message>
    <message>
        <source>No network: thin damage is bridged smoothly, wide damage is continued by patches of its surroundings, and both get the photo&apos;s grain.</source>
        <translation>Sin red: el daño fino se salva con suavidad, el extenso se continúa con parches de su entorno, y ambos reciben el grano de la foto.</translation>
    </message>
    <message>
        <source>No photograph of the album was taken; name photographs of the person with --reference.</source>
        <translation>No se tomó ninguna fotografía del álbum; indique fotografías de la persona con --reference.</translation>
    </message>
    <message>
        <source>No project takes more than 2 GB.</source>
        <translation>Ningún proyecto ocupa más de 2&#xa0;GB.</translation>
    </message>
    <message>
        <source>No worker could be started on the Ray cluster. Each asks for {cores} cores, {memory} GB of memory and {devices} graphics devices of one computer.</source>
        <translation>No se pudo iniciar ningún proceso en el clúster Ray. Cada uno pide {cores} núcleos, {memory}&#xa0;GB de memoria y {devices} dispositivos gráficos de un mismo equipo.</translation>
    </message>
    <message>
        <source>Nobody painted a mask: what looks damaged was restored, {count} places. Look at it before you use it.</source>
        <translation>Nadie pintó una máscara: se restauró lo que parece dañado, {count} lugares. Mírelo antes de usarlo.</translation>
    </message>
    <message>
        <source>Not compared with the person: there is no other photograph.</source>
        <translation>No se comparó con la persona: no hay otra fotografía.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: it follows no layout.</source>
        <translation>No para un rostro cuyos rasgos deban fijarse a mano: no sigue ningún mapa.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: there is one result.</source>
        <translation>No para un rostro cuyos rasgos deban fijarse a mano: hay un solo resultado.</translation>
    </message>
    <message>
        <source>Not for comparing: choose the ways to be compared by name.</source>
        <translation>No para comparar: elija por su nombre los métodos que quiera comparar.</translation>
    </message>
    <message>
        <source>Not for eyes or a mouth: nothing is made up that is not seen elsewhere.</source>
        <translation>No para ojos ni boca: no se inventa nada que no se vea en otro lugar.</translation>
    </message>
    <message>
        <source>Not for eyes, mouth or wide damage: they become a blur.</source>
        <translation>No para ojos, boca ni daños extensos: quedan borrosos.</translation>
    </message>
    <message>
        <source>Not for what lies beside faces: it is continued from its surroundings, without a network.</source>
        <translation>No para lo que está junto a los rostros: se continúa desde su entorno, sin red.</translation>
    </message>
    <message>
        <source>Not taken from the album, because no face in them is within {threshold} of the damaged one: {files}.</source>
        <translation>No se tomaron del álbum, porque ningún rostro en ellas está a menos de {threshold} del dañado: {files}.</translation>
    </message>
    <message>
        <source>Nothing can be written here ({reason}).</source>
        <translation>Aquí no se puede escribir nada ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of your work is lost. Close other programs, and try again.</source>
        <translation>No se ha perdido nada de su trabajo. Cierre otros programas, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Nothing that it saves is as large.</source>
        <translation>Nada de lo que guarda es tan grande.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look for a newer driver of the card, or go on with the processor.</source>
        <translation>No se cambió nada. Busque un controlador más nuevo de la tarjeta o siga con el procesador.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the exported network {file}.</source>
        <translation>ONNX Runtime no puede cargar la red exportada {file}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load what it needs for {provider}.</source>
        <translation>ONNX Runtime no puede cargar lo que necesita para {provider}.</translation>
    </message>
    <message>
        <source>ONNX Runtime is not installed.</source>
        <translation>ONNX Runtime no está instalado.</translation>
    </message>
    <message>
        <source>Only this way reads the layout, the references or the chosen candidates that this photo has.</source>
        <translation>Solo este método lee el mapa, las referencias o las variantes elegidas que tiene esta foto.</translation>
    </message>
    <message>
        <source>Open a PNG, TIFF, JPEG or WebP picture.</source>
        <translation>Abra una imagen PNG, TIFF, JPEG o WebP.</translation>
    </message>
    <message>
        <source>Open a file that ends in .facerestore.</source>
        <translation>Abra un archivo que acabe en .facerestore.</translation>
    </message>
    <message>
        <source>Open a file that ends in {suffix}.</source>
        <translation>Abra un archivo que acabe en {suffix}.</translation>
    </message>
    <message>
        <source>Open a picture in it.</source>
        <translation>Abra una imagen que esté en ella.</translation>
    </message>
    <message>
        <source>Open the project, choose this photo, and save it again; or move it away to use a mask.</source>
        <translation>Abra el proyecto, elija esta foto, y guárdelo de nuevo; o apártelo para usar una máscara.</translation>
    </message>
    <message>
        <source>Order: eye on the left, eye on the right, nose tip, corners of the mouth on the left and right.</source>
        <translation>Orden: ojo de la izquierda, ojo de la derecha, punta de la nariz, comisuras izquierda y derecha de la boca.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Paint the mask over this photo, in the photo&apos;s own size.</source>
        <translation>Pinte la máscara sobre esta foto, en el tamaño propio de la foto.</translation>
    </message>
    <message>
        <source>Parts were restored at less than full strength: the photo&apos;s own pixels shine through.</source>
        <translation>Algunas partes se restauraron a menos de la intensidad plena: se transparentan los píxeles de la foto.</translation>
    </message>
    <message>
        <source>Photo, mask or settings changed, but so did the result, in another program, and is not overwritten. Rename it, or have all earlier results overwritten.</source>
        <translation>La foto, la máscara o los ajustes cambiaron, pero también el resultado, en otro programa, y no se sobrescribe. Cámbiele el nombre, o haga que se sobrescriban todos los resultados anteriores.</translation>
    </message>
    <message>
        <source>Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.</source>
        <translation>Las fotos son archivos PNG, TIFF, JPEG o WebP; --recursive mira en las subcarpetas.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Ubicaciones</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Put it back, and save again.</source>
        <translation>Vuelva a ponerlo, y guarde de nuevo.</translation>
    </message>
    <message>
        <source>Put photos, masks and results on a file system that every computer of the cluster mounts under the same path.</source>
        <translation>Ponga fotos, máscaras y resultados en un sistema de archivos que cada equipo del clúster monte en la misma ruta.</translation>
    </message>
    <message>
        <source>Put the photo beside the project.</source>
        <translation>Ponga la foto junto al proyecto.</translation>
    </message>
    <message>
        <source>PyTorch is installed, which brings its own libraries for the graphics card.</source>
        <translation>PyTorch está instalado y trae sus propias bibliotecas para la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>PyTorch was asked for, and no graphics device is there.</source>
        <translation>Se pidió PyTorch y no hay dispositivo gráfico.</translation>
    </message>
    <message>
        <source>Ray is not installed, which --engine ray needs.</source>
        <translation>Ray no está instalado, y --engine ray lo necesita.</translation>
    </message>
    <message>
        <source>Remove results from it: save them as photos of their own.</source>
        <translation>Quite resultados: guárdelos como fotos propias.</translation>
    </message>
    <message>
        <source>Remove the photograph, and add it again.</source>
        <translation>Quite la fotografía y añádala de nuevo.</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>Restáurela antes.</translation>
    </message>
    <message>
        <source>Results cannot be named like this. {reason}</source>
        <translation>Los resultados no pueden llamarse así. {reason}</translation>
    </message>
    <message>
        <source>Results would be taken for masks or layouts of photos.</source>
        <translation>Los resultados se tomarían por máscaras o mapas de fotos.</translation>
    </message>
    <message>
        <source>Save it anew, as PNG or as TIFF without tiles.</source>
        <translation>Guárdelo de nuevo, como PNG o como TIFF sin teselas.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF first.</source>
        <translation>Guárdelo antes como PNG o TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with another program.</source>
        <translation>Guárdelo como PNG o TIFF con otro programa.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with the program that made it.</source>
        <translation>Guárdelo como PNG o TIFF con el programa que lo hizo.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF.</source>
        <translation>Guárdelo como PNG o TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG with another program.</source>
        <translation>Guárdelo como PNG con otro programa.</translation>
    </message>
    <message>
        <source>Save it as PNG, TIFF or WebP.</source>
        <translation>Guárdelo como PNG, TIFF o WebP.</translation>
    </message>
    <message>
        <source>Save it as TIFF with LZW or no compression.</source>
        <translation>Guárdelo como TIFF con LZW o sin compresión.</translation>
    </message>
    <message>
        <source>Save it as an RGB PNG, whose colours are read.</source>
        <translation>Guárdelo como PNG RGB, cuyos colores se leen.</translation>
    </message>
    <message>
        <source>Save it as an indexed or grey PNG whose values are the classes, without smoothing.</source>
        <translation>Guárdelo como PNG indexado o gris cuyos valores sean las clases, sin suavizado.</translation>
    </message>
    <message>
        <source>Save it elsewhere.</source>
        <translation>Guárdelo en otro lugar.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Guárdelo antes.</translation>
    </message>
    <message>
        <source>Save it without the extra channels.</source>
        <translation>Guárdelo sin los canales adicionales.</translation>
    </message>
    <message>
        <source>Save the mask in black and white: white is restored, black is kept.</source>
        <translation>Guarde la máscara en blanco y negro: el blanco se restaura, el negro se conserva.</translation>
    </message>
    <message>
        <source>Save the one picture you want as PNG or TIFF.</source>
        <translation>Guarde la imagen que quiere como PNG o TIFF.</translation>
    </message>
    <message>
        <source>Save the page you want as a file of its own, and open that.</source>
        <translation>Guarde la página que quiere como archivo propio, y ábralo.</translation>
    </message>
    <message>
        <source>Save the result as one picture.</source>
        <translation>Guarde el resultado como una sola imagen.</translation>
    </message>
    <message>
        <source>Say cpu or cuda, or restore without --engine ray.</source>
        <translation>Indique cpu o cuda, o restaure sin --engine ray.</translation>
    </message>
    <message>
        <source>Say where it is with --points &apos;x,y;x,y;x,y;x,y;x,y&apos;: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo, in pixels from its top left corner; or with --aligned if the picture is a face crop already.</source>
        <translation>Diga dónde está con --points &apos;x,y;x,y;x,y;x,y;x,y&apos;: ojo de la izquierda, ojo de la derecha, punta de la nariz, comisuras izquierda y derecha de la boca tal como se ven en la foto, en píxeles desde su esquina superior izquierda; o con --aligned si la imagen ya es un recorte de rostro.</translation>
    </message>
    <message>
        <source>See what &apos;ray status&apos; says; all computers need the same versions of Ray and Python.</source>
        <translation>Vea lo que dice «ray status»; todos los equipos necesitan las mismas versiones de Ray y Python.</translation>
    </message>
    <message>
        <source>See whether the file is there and may be read, and the disk has space.</source>
        <translation>Compruebe que el archivo está y se puede leer, y que hay espacio en el disco.</translation>
    </message>
    <message>
        <source>Several photos would get one name: {stem} or {number} tells them apart.</source>
        <translation>Varias fotos tendrían un mismo nombre: {stem} o {number} las distingue.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the restoration.</source>
        <translation>Ocurrió algo inesperado en la restauración.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). The log has the details.</source>
        <translation>Algo inesperado ha fallado ({kind}). El registro tiene los detalles.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>Start it on a computer of the cluster, with --ray-address auto.</source>
        <translation>Inícielo en un equipo del clúster, con --ray-address auto.</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Entorno (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Entorno (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Entorno (membrana)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Take a pack that was built by this version of the program, for this kind of computer.</source>
        <translation>Tome un paquete construido por esta versión del programa para este tipo de ordenador.</translation>
    </message>
    <message>
        <source>The Ray cluster cannot be used ({reason}).</source>
        <translation>No se puede usar el clúster Ray ({reason}).</translation>
    </message>
    <message>
        <source>The Ray cluster has no graphics device.</source>
        <translation>El clúster Ray no tiene ningún dispositivo gráfico.</translation>
    </message>
    <message>
        <source>The candidates of this result are no longer there.</source>
        <translation>Las variantes de este resultado ya no están.</translation>
    </message>
    <message>
        <source>The computer {computer} does not see the folder {folder}.</source>
        <translation>El equipo {computer} no ve la carpeta {folder}.</translation>
    </message>
    <message>
        <source>The computer {computer} has facerestore {its}, and this one has {ours}.</source>
        <translation>El equipo {computer} tiene facerestore {its}, y este tiene {ours}.</translation>
    </message>
    <message>
        <source>The computer {computer} has folders of these names, but not the same files in them.</source>
        <translation>El equipo {computer} tiene carpetas con estos nombres, pero no los mismos archivos en ellas.</translation>
    </message>
    <message>
        <source>The computer {computer} has other networks.</source>
        <translation>El equipo {computer} tiene otras redes.</translation>
    </message>
    <message>
        <source>The computer {computer} may not write into {folder}.</source>
        <translation>El equipo {computer} no puede escribir en {folder}.</translation>
    </message>
    <message>
        <source>The device has too little free memory.</source>
        <translation>El dispositivo tiene muy poca memoria libre.</translation>
    </message>
    <message>
        <source>The device {name!r} is not available here.</source>
        <translation>El dispositivo {name!r} no está disponible aquí.</translation>
    </message>
    <message>
        <source>The device {name!r} needs PyTorch, which is not installed.</source>
        <translation>El dispositivo {name!r} necesita PyTorch, que no está instalado.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>El disco es de solo lectura.</translation>
    </message>
    <message>
        <source>The driver of the graphics card may be broken: install another version of it.</source>
        <translation>El controlador de la tarjeta gráfica puede estar dañado: instale otra versión.</translation>
    </message>
    <message>
        <source>The ending is that of the result&apos;s format, and is added.</source>
        <translation>La extensión es la del formato del resultado, y se añade.</translation>
    </message>
    <message>
        <source>The ending stands last, after a dot.</source>
        <translation>La extensión va al final, tras un punto.</translation>
    </message>
    <message>
        <source>The exported network {file} is damaged: its SHA-256 is another.</source>
        <translation>La red exportada {file} está dañada: su SHA-256 es otro.</translation>
    </message>
    <message>
        <source>The exported networks are installed, and no graphics device is used.</source>
        <translation>Las redes exportadas están instaladas y no se usa ningún dispositivo gráfico.</translation>
    </message>
    <message>
        <source>The exported networks in {folder} were made of other weights.</source>
        <translation>Las redes exportadas en {folder} se hicieron de otros pesos.</translation>
    </message>
    <message>
        <source>The eyes lie on one spot.</source>
        <translation>Los ojos están en el mismo punto.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>No se puede abrir el archivo.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>No se puede leer el archivo ({reason}).</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>No se puede guardar el archivo</translation>
    </message>
    <message>
        <source>The file does not say how long its parts are; that was worked out from its size.</source>
        <translation>El archivo no dice la longitud de sus partes; se calculó a partir de su tamaño.</translation>
    </message>
    <message>
        <source>The file does not say in which order its classes are numbered, and a wrong one looks plausible.</source>
        <translation>El archivo no dice en qué orden están numeradas sus clases, y uno equivocado parece plausible.</translation>
    </message>
    <message>
        <source>The file does not say whether zero is black; that was assumed.</source>
        <translation>El archivo no dice si el cero es negro; se ha supuesto.</translation>
    </message>
    <message>
        <source>The file ends in the middle of the picture.</source>
        <translation>El archivo acaba en mitad de la imagen.</translation>
    </message>
    <message>
        <source>The file has classes that do not exist: {classes}.</source>
        <translation>El archivo tiene clases que no existen: {classes}.</translation>
    </message>
    <message>
        <source>The file has colours of no class: {colours}.</source>
        <translation>El archivo tiene colores que no son de ninguna clase: {colours}.</translation>
    </message>
    <message>
        <source>The file has no end marker; its picture is whole all the same.</source>
        <translation>El archivo no tiene marca de fin; su imagen está completa de todos modos.</translation>
    </message>
    <message>
        <source>The file has several further channels and does not say which of them is infrared. None of them was used to find damage.</source>
        <translation>El archivo tiene varios canales más y no dice cuál de ellos es el infrarrojo. No se usó ninguno para detectar daños.</translation>
    </message>
    <message>
        <source>The file holds {count} pictures.</source>
        <translation>El archivo contiene {count} imágenes.</translation>
    </message>
    <message>
        <source>The file is a PDF document.</source>
        <translation>El archivo es un documento PDF.</translation>
    </message>
    <message>
        <source>The file is a camera&apos;s raw file.</source>
        <translation>El archivo es un archivo RAW de cámara.</translation>
    </message>
    <message>
        <source>The file is a picture in a format that we do not read: {name}.</source>
        <translation>El archivo es una imagen en un formato que no leemos: {name}.</translation>
    </message>
    <message>
        <source>The file is a video.</source>
        <translation>El archivo es un vídeo.</translation>
    </message>
    <message>
        <source>The file is a zip, but not a project of facerestore.</source>
        <translation>El archivo es un zip, pero no un proyecto de facerestore.</translation>
    </message>
    <message>
        <source>The file is an animation.</source>
        <translation>El archivo es una animación.</translation>
    </message>
    <message>
        <source>The file is damaged: its entry {name!r} makes no sense.</source>
        <translation>El archivo está dañado: su entrada {name!r} no tiene sentido.</translation>
    </message>
    <message>
        <source>The file is damaged: {what}.</source>
        <translation>El archivo está dañado: {what}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is no picture.</source>
        <translation>El archivo no es una imagen.</translation>
    </message>
    <message>
        <source>The file is not a PNG picture.</source>
        <translation>El archivo no es una imagen PNG.</translation>
    </message>
    <message>
        <source>The file is not a journal of facerestore.</source>
        <translation>El archivo no es un diario de facerestore.</translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation>El archivo no es una imagen.</translation>
    </message>
    <message>
        <source>The file is not a project of facerestore.</source>
        <translation>El archivo no es un proyecto de facerestore.</translation>
    </message>
    <message>
        <source>The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).</source>
        <translation>El archivo es de un tipo raro de JPEG (sin pérdida, de 12 bits o de dos canales).</translation>
    </message>
    <message>
        <source>The file is of a rare kind of PNG.</source>
        <translation>El archivo es de un tipo raro de PNG.</translation>
    </message>
    <message>
        <source>The file is too large for a list of repeated places.</source>
        <translation>El archivo es demasiado grande para una lista de lugares repetidos.</translation>
    </message>
    <message>
        <source>The file is too large: {size} GB.</source>
        <translation>El archivo es demasiado grande: {size}&#xa0;GB.</translation>
    </message>
    <message>
        <source>The file is too large: {size} MB.</source>
        <translation>El archivo es demasiado grande: {size}&#xa0;MB.</translation>
    </message>
    <message>
        <source>The file may not be read.</source>
        <translation>No se permite leer el archivo.</translation>
    </message>
    <message>
        <source>The file names a label order that we do not know ({order!r}).</source>
        <translation>El archivo nombra un orden de clases que no conocemos ({order!r}).</translation>
    </message>
    <message>
        <source>The file sends its picture in far too many passes.</source>
        <translation>El archivo envía su imagen en demasiadas pasadas.</translation>
    </message>
    <message>
        <source>The file&apos;s note of where the layout lies in the photo is damaged.</source>
        <translation>La nota del archivo sobre dónde está el mapa en la foto está dañada.</translation>
    </message>
    <message>
        <source>The file&apos;s values and its colours name different classes: a program has sorted its palette.</source>
        <translation>Los valores del archivo y sus colores nombran clases distintas: un programa ha ordenado su paleta.</translation>
    </message>
    <message>
        <source>The folder cannot be made ({reason}).</source>
        <translation>No se puede crear la carpeta ({reason}).</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>La carpeta no existe.</translation>
    </message>
    <message>
        <source>The folder is not a folder.</source>
        <translation>La carpeta no es una carpeta.</translation>
    </message>
    <message>
        <source>The folder may not be written to.</source>
        <translation>No se permite escribir en la carpeta.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>La carpeta {folder} no existe.</translation>
    </message>
    <message>
        <source>The graphics device ({device}) was tried and cannot be trusted: {problem}. The processor is used instead.</source>
        <translation>Se probó el dispositivo gráfico ({device}) y no es fiable: {problem}. En su lugar se usa el procesador.</translation>
    </message>
    <message>
        <source>The graphics device had too little free memory; this was painted on the processor instead.</source>
        <translation>El dispositivo gráfico tenía muy poca memoria libre; esto se pintó en el procesador.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and restoring needs about {needed} MB. The processor is used instead.</source>
        <translation>El dispositivo gráfico tiene {free} MB de memoria libre y restaurar necesita unos {needed} MB. En su lugar se usa el procesador.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and this needs about {needed} MB; it was painted on the processor instead.</source>
        <translation>El dispositivo gráfico tiene {free} MB de memoria libre y esto necesita unos {needed} MB; se pintó en el procesador.</translation>
    </message>
    <message>
        <source>The graphics device was tried: it paints what the processor paints.</source>
        <translation>Se probó el dispositivo gráfico: pinta lo mismo que el procesador.</translation>
    </message>
    <message>
        <source>The infrared channel shows the picture itself, as it does of black-and-white (silver) film and of Kodachrome. It cannot tell dirt from picture there, and was not used.</source>
        <translation>El canal infrarrojo muestra la imagen misma, como ocurre con la película en blanco y negro (de plata) y con Kodachrome. Ahí no puede distinguir la suciedad de la imagen, y no se usó.</translation>
    </message>
    <message>
        <source>The infrared of the scan cannot be copied beside it ({reason}).</source>
        <translation>El infrarrojo del escaneo no se puede copiar a su lado ({reason}).</translation>
    </message>
    <message>
        <source>The infrared of this scan is in a file of its own, and was copied to {name}.</source>
        <translation>El infrarrojo de este escaneo está en un archivo propio, y se copió en {name}.</translation>
    </message>
    <message>
        <source>The infrared of this scan was read from {name}.</source>
        <translation>El infrarrojo de este escaneo se leyó de {name}.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: the result does not lie as the scan does.</source>
        <translation>El infrarrojo de este escaneo, {name}, no se copió: el resultado no está colocado como el escaneo.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: {taken} is there already.</source>
        <translation>El infrarrojo de este escaneo, {name}, no se copió: {taken} ya existe.</translation>
    </message>
    <message>
        <source>The journal has no beginning.</source>
        <translation>El diario no tiene comienzo.</translation>
    </message>
    <message>
        <source>The layout belongs to another photo.</source>
        <translation>El mapa pertenece a otra foto.</translation>
    </message>
    <message>
        <source>The layout cannot be used</source>
        <translation>No se puede usar el mapa</translation>
    </message>
    <message>
        <source>The layout does not say where its face is; it was used for the largest.</source>
        <translation>El mapa no dice dónde está su rostro; se usó para el más grande.</translation>
    </message>
    <message>
        <source>The layout was made for another place in the photo than the face that was given.</source>
        <translation>El mapa se hizo para otro lugar de la foto que el rostro indicado.</translation>
    </message>
    <message>
        <source>The ledger of the batch cannot be written here ({reason}).</source>
        <translation>El registro del lote no se puede escribir aquí ({reason}).</translation>
    </message>
    <message>
        <source>The list of exported networks in {folder} cannot be read.</source>
        <translation>La lista de redes exportadas en {folder} no se puede leer.</translation>
    </message>
    <message>
        <source>The mask cannot be used</source>
        <translation>No se puede usar la máscara</translation>
    </message>
    <message>
        <source>The mask has 16 bits, but no value above 255; 255 was taken for white.</source>
        <translation>La máscara tiene 16 bits, pero ningún valor superior a 255; se tomó 255 como blanco.</translation>
    </message>
    <message>
        <source>The mask has no white: its lightest value is {largest}, and {threshold} to {full} is restored.</source>
        <translation>La máscara no tiene blanco: su valor más claro es {largest}, y se restaura de {threshold} a {full}.</translation>
    </message>
    <message>
        <source>The mask has places that were filled by hand. Their pixels are in the project alone, so they were left as the photo has them.</source>
        <translation>La máscara tiene lugares rellenados a mano. Sus píxeles están solo en el proyecto, así que quedaron como en la foto.</translation>
    </message>
    <message>
        <source>The mask has the values 0 and 1 only; 1 was taken for white.</source>
        <translation>La máscara solo tiene los valores 0 y 1; se tomó 1 como blanco.</translation>
    </message>
    <message>
        <source>The mask has {mask} pixels, the photo {photo}.</source>
        <translation>La máscara tiene {mask} píxeles, la foto {photo}.</translation>
    </message>
    <message>
        <source>The mask is black on a transparent ground; what is black was taken to be restored.</source>
        <translation>La máscara es negra sobre fondo transparente; se tomó el negro como lo que hay que restaurar.</translation>
    </message>
    <message>
        <source>The mask is black where it is not transparent, and which of the two is to be restored cannot be told.</source>
        <translation>La máscara es negra donde no es transparente, y no se puede saber cuál de los dos hay que restaurar.</translation>
    </message>
    <message>
        <source>The mask is empty (all black), so nothing was restored; white is what to restore.</source>
        <translation>La máscara está vacía (toda negra), así que no se restauró nada; el blanco es lo que se restaura.</translation>
    </message>
    <message>
        <source>The mask is transparent all over.</source>
        <translation>La máscara es transparente por completo.</translation>
    </message>
    <message>
        <source>The mask names damage classes, but has greys that belong to none of them, as after work in another program: it was read as a plain mask, of which all that is light is restored.</source>
        <translation>La máscara nombra clases de daño, pero tiene grises que no pertenecen a ninguna, como tras un trabajo en otro programa: se leyó como máscara simple, de la que se restaura todo lo claro.</translation>
    </message>
    <message>
        <source>The mask touches no face, so nothing is borrowed from references.</source>
        <translation>La máscara no toca ningún rostro, así que no se toma nada de las referencias.</translation>
    </message>
    <message>
        <source>The name is not allowed.</source>
        <translation>El nombre no está permitido.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>The network for damage is not installed, or its file is damaged: damage was looked for by filters alone, which take more for damage that is none.</source>
        <translation>La red de daños no está instalada, o su archivo está dañado: los daños se buscaron solo con filtros, que toman por daño más cosas que no lo son.</translation>
    </message>
    <message>
        <source>The network {network} is run by PyTorch only, which is not installed.</source>
        <translation>La red {network} solo la ejecuta PyTorch, que no está instalado.</translation>
    </message>
    <message>
        <source>The networks did not get the memory they need.</source>
        <translation>Las redes no obtuvieron la memoria que necesitan.</translation>
    </message>
    <message>
        <source>The networks may be used for non-commercial research only, as the terms of what they learnt from ask: {sources}.</source>
        <translation>Las redes solo pueden usarse para investigación no comercial, como piden las condiciones de aquello de lo que aprendieron: {sources}.</translation>
    </message>
    <message>
        <source>The networks that find faces cannot be loaded: eyes and mouths were not left out.</source>
        <translation>Las redes que encuentran rostros no se pueden cargar: no se excluyeron ojos ni bocas.</translation>
    </message>
    <message>
        <source>The pack for the graphics card is not installed</source>
        <translation>El paquete para la tarjeta gráfica no está instalado</translation>
    </message>
    <message>
        <source>The package {file} in it is for another computer or Python.</source>
        <translation>El paquete {file} que contiene es para otro ordenador u otro Python.</translation>
    </message>
    <message>
        <source>The photo cannot be opened</source>
        <translation>No se puede abrir la foto</translation>
    </message>
    <message>
        <source>The photo has 16 bits per channel, {name} holds 8.</source>
        <translation>La foto tiene 16 bits por canal, {name} guarda 8.</translation>
    </message>
    <message>
        <source>The photo has transparency, over which a patch cannot lie exactly.</source>
        <translation>La foto tiene transparencia, sobre la que un parche no puede ponerse con exactitud.</translation>
    </message>
    <message>
        <source>The photo has transparency, which JPEG cannot hold.</source>
        <translation>La foto tiene transparencia, que JPEG no puede guardar.</translation>
    </message>
    <message>
        <source>The photo has {count} projects. The newest is used, {project}, which the window opens, too.</source>
        <translation>La foto tiene {count} proyectos. Se usa el más reciente, {project}, el que también abre la ventana.</translation>
    </message>
    <message>
        <source>The photo is in no file.</source>
        <translation>La foto no está en ningún archivo.</translation>
    </message>
    <message>
        <source>The photo is no longer where it was.</source>
        <translation>La foto ya no está donde estaba.</translation>
    </message>
    <message>
        <source>The photo lies on its side; the face was found as it lies.</source>
        <translation>La foto está de lado; el rostro se encontró así.</translation>
    </message>
    <message>
        <source>The photo lies upside down; the face was found as it lies.</source>
        <translation>La foto está al revés; el rostro se encontró así.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet has faults that some programs do not forgive; it was kept, and what was done to the photo stands in the record too.</source>
        <translation>El paquete XMP de la foto tiene defectos que algunos programas no perdonan; se conservó, y lo que se hizo con la foto consta también en la ficha.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet is damaged or too large and was kept as it is; what was done to the photo stands in the record only.</source>
        <translation>El paquete XMP de la foto está dañado o es demasiado grande y se conservó como está; lo que se hizo con la foto consta solo en la ficha.</translation>
    </message>
    <message>
        <source>The picture has colours, and a mask has none.</source>
        <translation>La imagen tiene colores, y una máscara no.</translation>
    </message>
    <message>
        <source>The picture has few colours and transparency.</source>
        <translation>La imagen tiene pocos colores y transparencia.</translation>
    </message>
    <message>
        <source>The picture has floating-point, signed or 32-bit samples.</source>
        <translation>La imagen tiene muestras de coma flotante, con signo o de 32 bits.</translation>
    </message>
    <message>
        <source>The picture has too many channels for its size.</source>
        <translation>La imagen tiene demasiados canales para su tamaño.</translation>
    </message>
    <message>
        <source>The picture has {bits} bits per channel.</source>
        <translation>La imagen tiene {bits} bits por canal.</translation>
    </message>
    <message>
        <source>The picture has {count} channels.</source>
        <translation>La imagen tiene {count} canales.</translation>
    </message>
    <message>
        <source>The picture is a stack of many, as microscopes make them.</source>
        <translation>La imagen es una pila de muchas, como las que hacen los microscopios.</translation>
    </message>
    <message>
        <source>The picture is compressed in a rare way.</source>
        <translation>La imagen está comprimida de un modo raro.</translation>
    </message>
    <message>
        <source>The picture is made for printing (CMYK).</source>
        <translation>La imagen está hecha para imprimir (CMYK).</translation>
    </message>
    <message>
        <source>The picture is stored in too many parts ({count}).</source>
        <translation>La imagen está guardada en demasiadas partes ({count}).</translation>
    </message>
    <message>
        <source>The picture is too large: {width} x {height} pixels, {limit} million are allowed.</source>
        <translation>La imagen es demasiado grande: {width} x {height} píxeles, se permiten {limit} millones.</translation>
    </message>
    <message>
        <source>The picture is too long: {width} x {height} pixels, {limit} a side are allowed.</source>
        <translation>La imagen es demasiado larga: {width} x {height} píxeles, se permiten {limit} por lado.</translation>
    </message>
    <message>
        <source>The picture of origins is saved as PNG.</source>
        <translation>La imagen de orígenes se guarda como PNG.</translation>
    </message>
    <message>
        <source>The picture&apos;s channels have different depths.</source>
        <translation>Los canales de la imagen tienen profundidades distintas.</translation>
    </message>
    <message>
        <source>The picture&apos;s colours are of a kind we cannot read ({name}).</source>
        <translation>Los colores de la imagen son de un tipo que no podemos leer ({name}).</translation>
    </message>
    <message>
        <source>The picture&apos;s samples are neither 8 nor 16 bits.</source>
        <translation>Las muestras de la imagen no son de 8 ni de 16 bits.</translation>
    </message>
    <message>
        <source>The points lie outside the photo, which has {width} x {height} pixels.</source>
        <translation>Los puntos están fuera de la foto, que tiene {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The points lie outside the photo.</source>
        <translation>Los puntos están fuera de la foto.</translation>
    </message>
    <message>
        <source>The points on the left and on the right were given in exchanged order, and were put in order: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo.</source>
        <translation>Los puntos de la izquierda y de la derecha se dieron en orden cambiado, y se ordenaron: ojo de la izquierda, ojo de la derecha, punta de la nariz, comisuras izquierda y derecha de la boca tal como se ven en la foto.</translation>
    </message>
    <message>
        <source>The process of the networks ended before it said anything.</source>
        <translation>El proceso de las redes terminó antes de decir nada.</translation>
    </message>
    <message>
        <source>The process that looked for damage ended while it was at this photo.</source>
        <translation>El proceso que buscaba daños terminó mientras estaba en esta foto.</translation>
    </message>
    <message>
        <source>The process that restores ended {count} times while it was at this photo ({reason}), so it was set aside. Restore it by itself, or try again what failed.</source>
        <translation>El proceso que restaura terminó {count} veces mientras estaba en esta foto ({reason}), así que se apartó. Restáurela por separado, o reintente lo que falló.</translation>
    </message>
    <message>
        <source>The process that runs the networks ended unexpectedly. The mask and the layout are untouched.</source>
        <translation>El proceso que ejecuta las redes terminó de forma inesperada. La máscara y el mapa están intactos.</translation>
    </message>
    <message>
        <source>The program does not know the package {file} in it.</source>
        <translation>El programa no conoce el paquete {file} que contiene.</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>No se puede abrir el proyecto</translation>
    </message>
    <message>
        <source>The project ends too early, or something was added to it.</source>
        <translation>El proyecto acaba demasiado pronto, o se le ha añadido algo.</translation>
    </message>
    <message>
        <source>The project is too large for this program.</source>
        <translation>El proyecto es demasiado grande para este programa.</translation>
    </message>
    <message>
        <source>The project takes more than 2 GB.</source>
        <translation>El proyecto ocupa más de 2&#xa0;GB.</translation>
    </message>
    <message>
        <source>The project was saved by a newer facerestore.</source>
        <translation>El proyecto lo guardó un facerestore más nuevo.</translation>
    </message>
    <message>
        <source>The record of the result goes here, but this file belongs to something else.</source>
        <translation>La ficha del resultado va aquí, pero este archivo pertenece a otra cosa.</translation>
    </message>
    <message>
        <source>The references belong to the largest of the faces that are restored.</source>
        <translation>Las referencias pertenecen al mayor de los rostros que se restauran.</translation>
    </message>
    <message>
        <source>The restoration failed</source>
        <translation>La restauración ha fallado</translation>
    </message>
    <message>
        <source>The restorer {name} borrows from no other photograph.</source>
        <translation>El método de restauración {name} no toma nada de otras fotografías.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no face.</source>
        <translation>El método de restauración {name} no mira ningún rostro.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no layout.</source>
        <translation>El método de restauración {name} no mira ningún mapa.</translation>
    </message>
    <message>
        <source>The restorer {name} needs networks that the weights for paid work do not have: faces with drawn layouts are there for research only.</source>
        <translation>El método {name} necesita redes que los pesos para trabajos pagados no tienen: los rostros con disposiciones dibujadas existen solo para investigación.</translation>
    </message>
    <message>
        <source>The result does not hold this of the photo&apos;s file: {what}.</source>
        <translation>El resultado no contiene esto del archivo de la foto: {what}.</translation>
    </message>
    <message>
        <source>The result of {photo} is not the one that was restored.</source>
        <translation>El resultado de {photo} no es el que se restauró.</translation>
    </message>
    <message>
        <source>The result of {photo} would be called {name}, as a photo of the batch is.</source>
        <translation>El resultado de {photo} se llamaría {name}, como una foto del lote.</translation>
    </message>
    <message>
        <source>The result was straightened by {degrees} degrees: every pixel of it was resampled, once.</source>
        <translation>El resultado se enderezó {degrees} grados: cada píxel se volvió a muestrear una vez.</translation>
    </message>
    <message>
        <source>The result was written, and is not there any more.</source>
        <translation>El resultado se escribió, y ya no está.</translation>
    </message>
    <message>
        <source>The results need about {needed} GB, and the disk has {free} GB free.</source>
        <translation>Los resultados necesitan unos {needed}&#xa0;GB, y el disco tiene {free}&#xa0;GB libres.</translation>
    </message>
    <message>
        <source>The same person, not taken because at most {most} references are used and these are less alike in pose or less sharp: {files}.</source>
        <translation>La misma persona, no tomadas porque se usan como máximo {most} referencias y estas son menos parecidas en pose o menos nítidas: {files}.</translation>
    </message>
    <message>
        <source>The system refuses to write it ({reason}).</source>
        <translation>El sistema se niega a escribirlo ({reason}).</translation>
    </message>
    <message>
        <source>The terms of the networks: {terms}.</source>
        <translation>Las condiciones de las redes: {terms}.</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read.</source>
        <translation>No se puede leer el archivo de pesos {file}.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: {problem}.</source>
        <translation>El archivo de pesos {file} está dañado: {problem}.</translation>
    </message>
    <message>
        <source>The weights file {file} is not whole ({found}).</source>
        <translation>El archivo de pesos {file} no está completo ({found}).</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for it.</source>
        <translation>Los pesos para trabajos pagados no tienen red para ello.</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for this ({task}): what it would learn from is there for research only.</source>
        <translation>Los pesos para trabajos pagados no tienen red para esto ({task}): aquello de lo que aprendería existe solo para investigación.</translation>
    </message>
    <message>
        <source>The whole photo is to be restored, so there is nothing to continue it from.</source>
        <translation>Hay que restaurar la foto entera, así que no hay nada desde donde continuarla.</translation>
    </message>
    <message>
        <source>There are no exported networks in {folder}.</source>
        <translation>No hay redes exportadas en {folder}.</translation>
    </message>
    <message>
        <source>There are no weights for the task {task!r} in {folder}.</source>
        <translation>No hay pesos para la tarea {task!r} en {folder}.</translation>
    </message>
    <message>
        <source>There are no weights of {name} in {folder}.</source>
        <translation>No hay pesos de {name} en {folder}.</translation>
    </message>
    <message>
        <source>There are stray bytes between the parts of the file; they were passed over.</source>
        <translation>Hay bytes sueltos entre las partes del archivo; se han pasado por alto.</translation>
    </message>
    <message>
        <source>There are {count} references; a face borrows from at most {most}.</source>
        <translation>Hay {count} referencias; un rostro toma de {most} como máximo.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Ya hay un archivo con este nombre.</translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation>Hay una carpeta con este nombre.</translation>
    </message>
    <message>
        <source>There is no field {field}.</source>
        <translation>No hay ningún campo {field}.</translation>
    </message>
    <message>
        <source>There is no folder for it.</source>
        <translation>No hay carpeta para ello.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No hay ninguna carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no manifest of weights in {folder}.</source>
        <translation>No hay manifiesto de pesos en {folder}.</translation>
    </message>
    <message>
        <source>There is no mask {file}.</source>
        <translation>No hay ninguna máscara {file}.</translation>
    </message>
    <message>
        <source>There is no photo in {folder}.</source>
        <translation>No hay ninguna foto en {folder}.</translation>
    </message>
    <message>
        <source>There is no result of {photo} to be reviewed.</source>
        <translation>No hay ningún resultado de {photo} que revisar.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>No hay suficiente memoria</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo. Close other programs.</source>
        <translation>No hay suficiente memoria para esta foto. Cierre otros programas.</translation>
    </message>
    <message>
        <source>There is nothing in it to recover.</source>
        <translation>No hay nada en él que recuperar.</translation>
    </message>
    <message>
        <source>There is too little memory to put the result into this photo of {size} megapixels.</source>
        <translation>Hay muy poca memoria para poner el resultado en esta foto de {size} megapíxeles.</translation>
    </message>
    <message>
        <source>This cannot be meant</source>
        <translation>Esto no puede ser lo que se quiere</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Esto es una carpeta.</translation>
    </message>
    <message>
        <source>This is an original, which is never overwritten.</source>
        <translation>Esto es un original, que nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Esto no es un archivo.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Esto no es un archivo.</translation>
    </message>
    <message>
        <source>This way to restore needs the network {network}, which is not installed in {folder}.</source>
        <translation>Este método de restauración necesita la red {network}, que no está instalada en {folder}.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the log (Help menu).</source>
        <translation>Vuelva a intentarlo. Si ocurre otra vez, comuníquelo con el registro (menú Ayuda).</translation>
    </message>
    <message>
        <source>Try again: a new process starts by itself.</source>
        <translation>Vuelva a intentarlo: un proceso nuevo se inicia por sí solo.</translation>
    </message>
    <message>
        <source>Update this program, and open it again.</source>
        <translation>Actualice este programa, y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>Use another copy of it, or predict the layout again.</source>
        <translation>Use otra copia, o prediga el mapa de nuevo.</translation>
    </message>
    <message>
        <source>Use another copy of it, or scan the picture again.</source>
        <translation>Use otra copia, o escanee la imagen de nuevo.</translation>
    </message>
    <message>
        <source>Use another copy of it.</source>
        <translation>Use otra copia.</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another output folder.</source>
        <translation>Espere a que termine, o elija otra carpeta de salida.</translation>
    </message>
    <message>
        <source>We cannot write files without a suffix.</source>
        <translation>No podemos escribir archivos sin extensión.</translation>
    </message>
    <message>
        <source>We cannot write {suffix}.</source>
        <translation>No podemos escribir {suffix}.</translation>
    </message>
    <message>
        <source>WebP needs about {needed} MB of memory for a photo of this size, and {free} MB are free.</source>
        <translation>WebP necesita unos {needed}&#xa0;MB de memoria para una foto de este tamaño, y hay {free}&#xa0;MB libres.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>What the infrared channel shows was not recognised in the picture, so that the two could not be laid over one another. Its places may be some pixels off.</source>
        <translation>Lo que muestra el canal infrarrojo no se reconoció en la imagen, así que no se pudieron superponer. Sus lugares pueden estar desplazados algunos píxeles.</translation>
    </message>
    <message>
        <source>What the project of {file} masks in it is not borrowed.</source>
        <translation>Lo que el proyecto de {file} enmascara en ella no se toma prestado.</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Foto entera (IN2)</translation>
    </message>
    <message>
        <source>Write one of these three words.</source>
        <translation>Escriba una de estas tres palabras.</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>Su cuota de disco está agotada.</translation>
    </message>
    <message>
        <source>a box has no size</source>
        <translation>un marco no tiene tamaño</translation>
    </message>
    <message>
        <source>a box lacks a side</source>
        <translation>a un marco le falta un lado</translation>
    </message>
    <message>
        <source>a candidate belongs to no face</source>
        <translation>una variante no pertenece a ningún rostro</translation>
    </message>
    <message>
        <source>a change has another length than its box</source>
        <translation>un cambio tiene otra longitud que su marco</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>una suma de comprobación es incorrecta</translation>
    </message>
    <message>
        <source>a choice of candidates makes no sense</source>
        <translation>una elección de variantes no tiene sentido</translation>
    </message>
    <message>
        <source>a class of damage is treated in an unknown way</source>
        <translation>una clase de daño se trata de un modo desconocido</translation>
    </message>
    <message>
        <source>a crop has no place</source>
        <translation>un recorte no tiene lugar</translation>
    </message>
    <message>
        <source>a face borrows from others than it names</source>
        <translation>un rostro toma de otros distintos de los que nombra</translation>
    </message>
    <message>
        <source>a face has another size than it says</source>
        <translation>un rostro tiene otro tamaño del que dice</translation>
    </message>
    <message>
        <source>a face has values that are no colours</source>
        <translation>un rostro tiene valores que no son colores</translation>
    </message>
    <message>
        <source>a face hides more than all of it</source>
        <translation>un rostro oculta más que su totalidad</translation>
    </message>
    <message>
        <source>a font has them</source>
        <translation>una fuente los tiene</translation>
    </message>
    <message>
        <source>a further page</source>
        <translation>otra página</translation>
    </message>
    <message>
        <source>a further picture (only the first is restored)</source>
        <translation>otra imagen (solo se restaura la primera)</translation>
    </message>
    <message>
        <source>a layout makes no sense</source>
        <translation>un mapa no tiene sentido</translation>
    </message>
    <message>
        <source>a mask is neither black nor white</source>
        <translation>una máscara no es negra ni blanca</translation>
    </message>
    <message>
        <source>a page with an extra channel (infrared)</source>
        <translation>una página con un canal adicional (infrarrojo)</translation>
    </message>
    <message>
        <source>a part claims to be larger than the whole</source>
        <translation>una parte dice ser mayor que el todo</translation>
    </message>
    <message>
        <source>a part is stored in a way that this program does not use</source>
        <translation>una parte está guardada de un modo que este programa no usa</translation>
    </message>
    <message>
        <source>a part of the picture is missing</source>
        <translation>falta una parte de la imagen</translation>
    </message>
    <message>
        <source>a place of it has no pixels</source>
        <translation>uno de sus lugares no tiene píxeles</translation>
    </message>
    <message>
        <source>a place of it lies outside its scan</source>
        <translation>uno de sus lugares está fuera de su escaneo</translation>
    </message>
    <message>
        <source>a record has another length than it says</source>
        <translation>un registro tiene otra longitud de la que dice</translation>
    </message>
    <message>
        <source>a record lacks an array</source>
        <translation>a un registro le falta una matriz</translation>
    </message>
    <message>
        <source>a reference has another size than faces have</source>
        <translation>una referencia tiene otro tamaño que los rostros</translation>
    </message>
    <message>
        <source>a reference lends a part that no face has</source>
        <translation>una referencia presta una parte que ningún rostro tiene</translation>
    </message>
    <message>
        <source>a resolution without a unit</source>
        <translation>una resolución sin unidad</translation>
    </message>
    <message>
        <source>a result does not cover its mask</source>
        <translation>un resultado no cubre su máscara</translation>
    </message>
    <message>
        <source>a result lies outside its photo</source>
        <translation>un resultado está fuera de su foto</translation>
    </message>
    <message>
        <source>a second channel of transparency</source>
        <translation>un segundo canal de transparencia</translation>
    </message>
    <message>
        <source>a smaller copy of the picture (preview)</source>
        <translation>una copia más pequeña de la imagen (vista previa)</translation>
    </message>
    <message>
        <source>an array cannot be unpacked</source>
        <translation>una matriz no se puede descomprimir</translation>
    </message>
    <message>
        <source>an array is too long</source>
        <translation>una matriz es demasiado larga</translation>
    </message>
    <message>
        <source>an earlier result has no picture</source>
        <translation>un resultado anterior no tiene imagen</translation>
    </message>
    <message>
        <source>an earlier result is of no face</source>
        <translation>un resultado anterior no corresponde a ningún rostro</translation>
    </message>
    <message>
        <source>an earlier result makes no sense</source>
        <translation>un resultado anterior no tiene sentido</translation>
    </message>
    <message>
        <source>an extra channel (infrared or a spot colour)</source>
        <translation>un canal adicional (infrarrojo o tinta plana)</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>can be read and written</source>
        <translation>se puede leer y escribir</translation>
    </message>
    <message>
        <source>chunks of PNG that we do not know</source>
        <translation>bloques de PNG que no conocemos</translation>
    </message>
    <message>
        <source>colours premultiplied with their transparency (alpha); they were divided by it</source>
        <translation>colores premultiplicados por su transparencia (alfa); se dividieron por ella</translation>
    </message>
    <message>
        <source>content credentials (C2PA), which hold for the unchanged file only</source>
        <translation>credenciales de contenido (C2PA), que solo valen para el archivo sin cambios</translation>
    </message>
    <message>
        <source>cpu ({library}, 1 thread)</source>
        <translation>procesador ({library}, 1 hilo)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads)</source>
        <translation>procesador ({library}, {count} hilos)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads; {also} by PyTorch)</source>
        <translation>procesador ({library}, {count} hilos; {also} con PyTorch)</translation>
    </message>
    <message>
        <source>data after the end of the picture</source>
        <translation>datos tras el final de la imagen</translation>
    </message>
    <message>
        <source>data of a kind that we do not know</source>
        <translation>datos de un tipo que no conocemos</translation>
    </message>
    <message>
        <source>display</source>
        <translation>pantalla</translation>
    </message>
    <message>
        <source>examination failed</source>
        <translation>el examen falló</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>código de salida {code}</translation>
    </message>
    <message>
        <source>folder of crash reports</source>
        <translation>carpeta de informes de fallos</translation>
    </message>
    <message>
        <source>folder of networks</source>
        <translation>carpeta de las redes</translation>
    </message>
    <message>
        <source>folder of projects</source>
        <translation>carpeta de los proyectos</translation>
    </message>
    <message>
        <source>folder of settings</source>
        <translation>carpeta de los ajustes</translation>
    </message>
    <message>
        <source>folder of the log</source>
        <translation>carpeta del registro</translation>
    </message>
    <message>
        <source>folder of unsaved work</source>
        <translation>carpeta del trabajo sin guardar</translation>
    </message>
    <message>
        <source>installed in</source>
        <translation>instalado en</translation>
    </message>
    <message>
        <source>is read as another picture</source>
        <translation>se lee como otra imagen</translation>
    </message>
    <message>
        <source>it begins twice</source>
        <translation>empieza dos veces</translation>
    </message>
    <message>
        <source>it claims to have no pixels</source>
        <translation>dice no tener píxeles</translation>
    </message>
    <message>
        <source>it edits a layout that is not there</source>
        <translation>edita un mapa que no está</translation>
    </message>
    <message>
        <source>it edits outside the photo</source>
        <translation>edita fuera de la foto</translation>
    </message>
    <message>
        <source>it has a record of an unknown kind</source>
        <translation>tiene un registro de tipo desconocido</translation>
    </message>
    <message>
        <source>it has far too many parts</source>
        <translation>tiene muchísimas más partes de las debidas</translation>
    </message>
    <message>
        <source>it has no header or no picture</source>
        <translation>no tiene cabecera o no tiene imagen</translation>
    </message>
    <message>
        <source>it has no header, or two</source>
        <translation>no tiene cabecera, o tiene dos</translation>
    </message>
    <message>
        <source>it has no list of contents</source>
        <translation>no tiene lista de contenido</translation>
    </message>
    <message>
        <source>it has no picture, or far too many parts</source>
        <translation>no tiene imagen, o tiene muchísimas partes</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>tiene demasiadas partes</translation>
    </message>
    <message>
        <source>it holds other parts than it says</source>
        <translation>contiene otras partes de las que dice</translation>
    </message>
    <message>
        <source>it keeps too many results</source>
        <translation>guarda demasiados resultados</translation>
    </message>
    <message>
        <source>it lacks a part</source>
        <translation>le falta una parte</translation>
    </message>
    <message>
        <source>it lacks pixels that were painted by hand</source>
        <translation>faltan píxeles pintados a mano</translation>
    </message>
    <message>
        <source>it names a kind of damage that there is not</source>
        <translation>nombra un tipo de daño que no existe</translation>
    </message>
    <message>
        <source>it names a photo that cannot be</source>
        <translation>nombra una foto que no puede existir</translation>
    </message>
    <message>
        <source>it names a reference that it does not hold</source>
        <translation>nombra una referencia que no contiene</translation>
    </message>
    <message>
        <source>it speaks of a scan that is too large</source>
        <translation>habla de un escaneo demasiado grande</translation>
    </message>
    <message>
        <source>it turns another photo</source>
        <translation>gira otra foto</translation>
    </message>
    <message>
        <source>it was painted by hand outside the photo</source>
        <translation>se pintó a mano fuera de la foto</translation>
    </message>
    <message>
        <source>its candidates are of another kind</source>
        <translation>sus variantes son de otro tipo</translation>
    </message>
    <message>
        <source>its candidates have no name</source>
        <translation>sus variantes no tienen nombre</translation>
    </message>
    <message>
        <source>its candidates lie outside the photo</source>
        <translation>sus variantes están fuera de la foto</translation>
    </message>
    <message>
        <source>its classes of damage make no sense</source>
        <translation>sus clases de daño no tienen sentido</translation>
    </message>
    <message>
        <source>its content cannot be decoded</source>
        <translation>su contenido no se puede descodificar</translation>
    </message>
    <message>
        <source>its crop has no whole pixels</source>
        <translation>su recorte no tiene píxeles enteros</translation>
    </message>
    <message>
        <source>its crop reaches beyond the photo</source>
        <translation>su recorte sobrepasa la foto</translation>
    </message>
    <message>
        <source>its header is wrong</source>
        <translation>su cabecera es incorrecta</translation>
    </message>
    <message>
        <source>its list of contents is missing, as if it ended too early</source>
        <translation>falta su lista de contenidos, como si acabara demasiado pronto</translation>
    </message>
    <message>
        <source>its list of contents is too long</source>
        <translation>su lista de contenidos es demasiado larga</translation>
    </message>
    <message>
        <source>its mask has values that mean nothing</source>
        <translation>su máscara tiene valores que no significan nada</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>falta su paleta</translation>
    </message>
    <message>
        <source>its parts lie over one another</source>
        <translation>sus partes se solapan</translation>
    </message>
    <message>
        <source>its photo cannot lie so</source>
        <translation>su foto no puede estar colocada así</translation>
    </message>
    <message>
        <source>its points make no face</source>
        <translation>sus puntos no forman un rostro</translation>
    </message>
    <message>
        <source>its tags lie over one another</source>
        <translation>sus etiquetas se solapan</translation>
    </message>
    <message>
        <source>log</source>
        <translation>registro</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>las redes se ejecutan en</translation>
    </message>
    <message>
        <source>no font has them</source>
        <translation>ninguna fuente los tiene</translation>
    </message>
    <message>
        <source>no network is installed for this task</source>
        <translation>no hay ninguna red instalada para esta tarea</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>not part of this set: faces are not painted by networks</source>
        <translation>no está en este conjunto: las redes no pintan rostros</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>del sistema</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>plataforma</translation>
    </message>
    <message>
        <source>restored as {photo}, its result is renamed</source>
        <translation>restaurada como {photo}, su resultado cambia de nombre</translation>
    </message>
    <message>
        <source>room in this folder</source>
        <translation>espacio en esta carpeta</translation>
    </message>
    <message>
        <source>set of weights</source>
        <translation>conjunto de pesos</translation>
    </message>
    <message>
        <source>some of the camera&apos;s tags</source>
        <translation>algunas etiquetas de la cámara</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textos</translation>
    </message>
    <message>
        <source>that the colours are sRGB</source>
        <translation>que los colores son sRGB</translation>
    </message>
    <message>
        <source>the EXIF block</source>
        <translation>el bloque EXIF</translation>
    </message>
    <message>
        <source>the IPTC block</source>
        <translation>el bloque IPTC</translation>
    </message>
    <message>
        <source>the XMP packet</source>
        <translation>el paquete XMP</translation>
    </message>
    <message>
        <source>the background colour</source>
        <translation>el color de fondo</translation>
    </message>
    <message>
        <source>the brightness it was made for (cLLI)</source>
        <translation>la luminosidad para la que se hizo (cLLI)</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>el perfil de color</translation>
    </message>
    <message>
        <source>the colour space (cICP)</source>
        <translation>el espacio de color (cICP)</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>el comentario</translation>
    </message>
    <message>
        <source>the detail of a result has an unknown strength</source>
        <translation>el detalle de un resultado tiene una intensidad desconocida</translation>
    </message>
    <message>
        <source>the display it was made for (mDCV)</source>
        <translation>la pantalla para la que se hizo (mDCV)</translation>
    </message>
    <message>
        <source>the extended part of the XMP packet</source>
        <translation>la parte extendida del paquete XMP</translation>
    </message>
    <message>
        <source>the gamma of the colours (gAMA)</source>
        <translation>la gamma de los colores (gAMA)</translation>
    </message>
    <message>
        <source>the layers of Photoshop</source>
        <translation>las capas de Photoshop</translation>
    </message>
    <message>
        <source>the number of significant bits (sBIT)</source>
        <translation>el número de bits significativos (sBIT)</translation>
    </message>
    <message>
        <source>the picture data are broken</source>
        <translation>los datos de la imagen están dañados</translation>
    </message>
    <message>
        <source>the primaries of the colours (cHRM)</source>
        <translation>los primarios de los colores (cHRM)</translation>
    </message>
    <message>
        <source>the process that looked at this ended with {code}</source>
        <translation>el proceso que lo examinaba terminó con {code}</translation>
    </message>
    <message>
        <source>the process that looked at this gave no answer within {seconds:.0f} s</source>
        <translation>el proceso que lo examinaba no respondió en {seconds:.0f} s</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>la resolución</translation>
    </message>
    <message>
        <source>the time of the last change</source>
        <translation>la hora del último cambio</translation>
    </message>
    <message>
        <source>the transfer function of the colours</source>
        <translation>la función de transferencia de los colores</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>la transparencia</translation>
    </message>
    <message>
        <source>the window has its words</source>
        <translation>la ventana tiene sus palabras</translation>
    </message>
    <message>
        <source>the words of the window are missing</source>
        <translation>faltan las palabras de la ventana</translation>
    </message>
    <message>
        <source>two parts have one name</source>
        <translation>dos partes tienen un mismo nombre</translation>
    </message>
    <message>
        <source>what Photoshop keeps (paths, guides)</source>
        <translation>lo que guarda Photoshop (trazados, guías)</translation>
    </message>
    <message>
        <source>what was painted by hand is of another photo</source>
        <translation>lo pintado a mano es de otra foto</translation>
    </message>
    <message>
        <source>what was painted by hand is of no photo</source>
        <translation>lo pintado a mano no corresponde a ninguna foto</translation>
    </message>
    <message>
        <source>what was painted by hand makes no sense</source>
        <translation>lo pintado a mano no tiene sentido</translation>
    </message>
    <message>
        <source>{device} ({library})</source>
        <translation>{device} ({library})</translation>
    </message>
    <message>
        <source>{device} ({library}, {card})</source>
        <translation>{device} ({library}, {card})</translation>
    </message>
    <message>
        <source>{device} ({library}; {also} by PyTorch)</source>
        <translation>{device} ({library}; {also} con PyTorch)</translation>
    </message>
    <message>
        <source>{device}. {reason}</source>
        <translation>{device}. {reason}</translation>
    </message>
    <message>
        <source>{file} is called like a mask, and waits for its photo.</source>
        <translation>{file} se llama como una máscara, y espera su foto.</translation>
    </message>
    <message>
        <source>{file} may show another person: its face is {distance} away from the damaged one, and photographs of one person mostly lie within {threshold}. It was used, because you named it.</source>
        <translation>{file} puede mostrar a otra persona: su rostro está a {distance} del dañado, y las fotografías de una persona suelen estar a menos de {threshold}. Se usó porque usted la indicó.</translation>
    </message>
    <message>
        <source>{folder} is back.</source>
        <translation>{folder} vuelve a estar disponible.</translation>
    </message>
    <message>
        <source>{folder} is out of reach. It goes on when it is back.</source>
        <translation>{folder} no está accesible. Se continuará cuando vuelva a estarlo.</translation>
    </message>
    <message>
        <source>{free} of {total} MB free</source>
        <translation>{free} de {total} MB libres</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>no se puede leer {name}</translation>
    </message>
    <message>
        <source>{name} does not fit into memory.</source>
        <translation>{name} no cabe en la memoria.</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} tiene otro tamaño del que dice</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels and the scan has not: it was not used as its infrared.</source>
        <translation>{name} tiene {width} x {height} píxeles y el escaneo no: no se usó como su infrarrojo.</translation>
    </message>
    <message>
        <source>{name} is always compressed.</source>
        <translation>{name} siempre está comprimido.</translation>
    </message>
    <message>
        <source>{name} is no name for a file on Windows.</source>
        <translation>{name} no es un nombre de archivo en Windows.</translation>
    </message>
    <message>
        <source>{name} is not a PNG picture</source>
        <translation>{name} no es una imagen PNG</translation>
    </message>
    <message>
        <source>{name} needs about {needed} MB of memory to be restored, and {free} MB are free.</source>
        <translation>{name} necesita unos {needed}&#xa0;MB de memoria para restaurarse, y hay {free}&#xa0;MB libres.</translation>
    </message>
    <message>
        <source>{name} ought to be the infrared of this scan, and was not used. {reason}</source>
        <translation>{name} debería ser el infrarrojo de este escaneo, y no se usó. {reason}</translation>
    </message>
    <message>
        <source>{name}, for paid work too</source>
        <translation>{name}, también para trabajos pagados</translation>
    </message>
    <message>
        <source>{place} cannot be written to</source>
        <translation>no se puede escribir en {place}</translation>
    </message>
    <message>
        <source>{place}, {free} MB free</source>
        <translation>{place}, {free} MB libres</translation>
    </message>
    <message>
        <source>{problem} PyTorch runs the networks.</source>
        <translation>{problem} PyTorch ejecuta las redes.</translation>
    </message>
    <message>
        <source>{sentence} It was left out. {advice}</source>
        <translation>{sentence} Se ha omitido. {advice}</translation>
    </message>
    <message>
        <source>{sentence} {advice}</source>
        <translation>{sentence} {advice}</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}), so the album was not searched. Name photographs of the person with --reference.</source>
        <translation>El {share} del rostro está oculto, demasiado para saber quién es (como máximo {most}), así que no se buscó en el álbum. Indique fotografías de la persona con --reference.</translation>
    </message>
    <message>
        <source>{share} of what was to be restored lies in no face that was found; it was filled from its surroundings, without a network.</source>
        <translation>El {share} de lo que había que restaurar no está en ningún rostro encontrado; se rellenó desde su entorno, sin red.</translation>
    </message>
    <message>
        <source>{strangers} may show another person: the restored face is {farthest} away (limit {unlike}), and {distance} from the photograph that is most like it.</source>
        <translation>{strangers} puede mostrar a otra persona: el rostro restaurado está a {farthest} (límite {unlike}), y a {distance} de la fotografía que más se le parece.</translation>
    </message>
</context>
<context>
    <name>FaceClasses</name>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Gafas</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Ojo izquierdo</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Ojo derecho</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Ceja izquierda</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Ceja derecha</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Oreja izquierda</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Oreja derecha</translation>
    </message>
    <message>
        <source>Mouth (inside)</source>
        <translation>Boca (interior)</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Labio superior</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Labio inferior</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Pelo</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Sombrero</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Collar</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Cloth</source>
        <translation>Ropa</translation>
    </message>
</context>
<context>
    <name>FaceClassesInSentences</name>
    <message>
        <source>background</source>
        <translation>fondo</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>piel</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nariz</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>gafas</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>ceja izquierda</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>ceja derecha</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreja izquierda</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreja derecha</translation>
    </message>
    <message>
        <source>mouth (inside)</source>
        <translation>boca (interior)</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>labio superior</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>labio inferior</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>pelo</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>sombrero</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>collar</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>ropa</translation>
    </message>
</context>
<context>
    <name>FaceParts</name>
    <message>
        <source>Whole face</source>
        <translation>Rostro entero</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Eye on the left</source>
        <translation>Ojo de la izquierda</translation>
    </message>
    <message>
        <source>Eye on the right</source>
        <translation>Ojo de la derecha</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Cejas</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Orejas</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Pelo</translation>
    </message>
    <message>
        <source>Clothes and background</source>
        <translation>Ropa y fondo</translation>
    </message>
</context>
<context>
    <name>FacePoints</name>
    <message>
        <source>eye on the left</source>
        <translation>ojo de la izquierda</translation>
    </message>
    <message>
        <source>eye on the right</source>
        <translation>ojo de la derecha</translation>
    </message>
    <message>
        <source>nose tip</source>
        <translation>punta de la nariz</translation>
    </message>
    <message>
        <source>mouth corner on the left</source>
        <translation>comisura de la izquierda</translation>
    </message>
    <message>
        <source>mouth corner on the right</source>
        <translation>comisura de la derecha</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>Faces</source>
        <translation>Rostros</translation>
    </message>
    <message>
        <source>No face yet.</source>
        <translation>Aún no hay rostros.</translation>
    </message>
    <message>
        <source>The face whose points and layout you edit; one without its tick is left as it is. They are restored in this order, at first row by row in a group, else the largest before the others; one that you place gets the next number. The numbers are those on the photo.</source>
        <translation>El rostro cuyos puntos y mapa se editan; sin marca, queda como está. Se restauran en este orden, al principio fila por fila en un grupo, si no de mayor a menor; uno que usted coloca recibe el número siguiente. Los números son los de la foto.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>{share} seguro</translation>
    </message>
    <message>
        <source>with layout</source>
        <translation>con mapa</translation>
    </message>
    <message>
        <source>no layout yet</source>
        <translation>sin mapa</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>Face {number}   {source}, {state}</source>
        <translation>Rostro {number}   {source}, {state}</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>What is masked is not restored in it: that takes Generate. What was filled by hand is.</source>
        <translation>Lo enmascarado no está restaurado en ella: hace falta Generar. Lo rellenado a mano sí está.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result was made. It is saved as it is in sight; Generate makes it anew.</source>
        <translation>La máscara o el mapa cambiaron desde este resultado. Se guarda tal como se ve; Generar lo rehace.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Photos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</source>
        <translation>Fotos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Projects (*.facerestore)</source>
        <translation>Proyectos (*.facerestore)</translation>
    </message>
    <message>
        <source>Photos and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Fotos y proyectos (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>Masks and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Máscaras y proyectos (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>OpenRaster (*.ora);;TIFF, a page for each layer (*.tif *.tiff)</source>
        <translation>OpenRaster (*.ora);;TIFF, una página por capa (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Open a portrait</source>
        <translation>Abrir un retrato</translation>
    </message>
    <message>
        <source>Open a portrait or a project</source>
        <translation>Abrir un retrato o un proyecto</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Abrir una carpeta de fotos</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>¿Dónde está {name}?</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>Importar una máscara</translation>
    </message>
    <message>
        <source>Load a layout</source>
        <translation>Cargar un mapa</translation>
    </message>
    <message>
        <source>Photographs of the same person</source>
        <translation>Fotografías de la misma persona</translation>
    </message>
    <message>
        <source>Mask or project of the photograph</source>
        <translation>Máscara o proyecto de la fotografía</translation>
    </message>
    <message>
        <source>Look for the person in a folder</source>
        <translation>Buscar a la persona en una carpeta</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Guardar el proyecto</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>Exportar la máscara</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Guardar el mapa</translation>
    </message>
    <message>
        <source>Save in layers</source>
        <translation>Guardar por capas</translation>
    </message>
    <message>
        <source>The photo is turned, straightened or cropped.</source>
        <translation>La foto está girada, enderezada o recortada.</translation>
    </message>
    <message>
        <source>Save the layers as the scan lies, or as you see it?</source>
        <translation>¿Guardar las capas tal como está el escaneo, o tal como lo ve?</translation>
    </message>
    <message>
        <source>As the scan lies</source>
        <translation>Como el escaneo</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Tal como se ve</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabajo sin guardar</translation>
    </message>
    <message>
        <source>This would be lost:</source>
        <translation>Esto se perdería:</translation>
    </message>
    <message>
        <source>Save all of it as a project first?</source>
        <translation>¿Guardarlo todo antes como proyecto?</translation>
    </message>
    <message>
        <source>A folder is being restored</source>
        <translation>Se está restaurando una carpeta</translation>
    </message>
    <message>
        <source>Photos that are not restored yet: {count}.</source>
        <translation>Fotos aún sin restaurar: {count}.</translation>
    </message>
    <message>
        <source>Stop here? The same folder goes on from there another time.</source>
        <translation>¿Parar aquí? La misma carpeta seguirá desde ahí en otra ocasión.</translation>
    </message>
</context>
<context>
    <name>FileTasks</name>
    <message>
        <source>Find faces</source>
        <translation>Buscar rostros</translation>
    </message>
    <message>
        <source>How the face lies</source>
        <translation>Cómo está el rostro</translation>
    </message>
    <message>
        <source>Saved as it is in sight</source>
        <translation>Guardado tal como se ve</translation>
    </message>
    <message>
        <source>{file} has all of the scan, as it lies. Save as viewed is a choice of the dialog that saves.</source>
        <translation>{file} contiene todo el escaneo, tal como está. El cuadro de guardado permite guardarlo como se ve.</translation>
    </message>
    <message>
        <source>Saved, as the scan lies</source>
        <translation>Guardado tal como está el escaneo</translation>
    </message>
    <message>
        <source>Saved; this is to be known of the file</source>
        <translation>Guardado; conviene saber esto del archivo</translation>
    </message>
    <message>
        <source>Saved as JPEG</source>
        <translation>Guardado como JPEG</translation>
    </message>
    <message>
        <source>JPEG cannot keep the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG no puede conservar con exactitud los píxeles intactos; PNG y TIFF sí.</translation>
    </message>
    <message>
        <source>In which order are the classes numbered?</source>
        <translation>¿En qué orden están numeradas las clases?</translation>
    </message>
    <message>
        <source>{name} does not say it, and a wrong order looks plausible.</source>
        <translation>{name} no lo dice, y un orden equivocado parece plausible.</translation>
    </message>
    <message>
        <source>{name} names damage classes, but has greys that belong to none of them, as after work in another program. It was read as a plain mask: all that is light is damage.</source>
        <translation>{name} nombra clases de daño, pero tiene grises que no pertenecen a ninguna, como tras un trabajo en otro programa. Se leyó como máscara simple: todo lo claro es daño.</translation>
    </message>
    <message>
        <source>The mask lost its classes</source>
        <translation>La máscara perdió sus clases</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>Tira de imágenes</translation>
    </message>
    <message>
        <source>Ring: it has a mask; disc: restored; tick: saved as a picture</source>
        <translation>Anillo: con máscara; disco: restaurada; marca: guardada como imagen</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>sin tocar</translation>
    </message>
    <message>
        <source>has a mask</source>
        <translation>tiene máscara</translation>
    </message>
    <message>
        <source>restored, not saved as a picture</source>
        <translation>restaurada, sin guardar como imagen</translation>
    </message>
    <message>
        <source>restored and saved</source>
        <translation>restaurada y guardada</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse...</source>
        <translation>Examinar...</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Examinar: {name}</translation>
    </message>
</context>
<context>
    <name>FramingPage</name>
    <message>
        <source>Angle of straightening in degrees</source>
        <translation>Ángulo de enderezado en grados</translation>
    </message>
    <message>
        <source>How far the photo is turned clockwise to stand straight</source>
        <translation>Cuánto se gira la foto en sentido horario para quedar recta</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>{width} x {height} px of {all_width} x {all_height}</source>
        <translation>{width} x {height}&#xa0;px de {all_width} x {all_height}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Guía del usuario</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Página de la guía</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Contenido de la guía</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Find before</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>No está en esta página</translation>
    </message>
    <message>
        <source>Some of this page is in English.</source>
        <translation>Parte de esta página está en inglés.</translation>
    </message>
</context>
<context>
    <name>HealTool</name>
    <message>
        <source>All around the brush is damage that is still to be repaired, so there is nothing to take.</source>
        <translation>Alrededor del pincel solo hay daños aún por reparar, así que no hay nada que tomar.</translation>
    </message>
    <message>
        <source>This place cannot be healed</source>
        <translation>Este lugar no se puede corregir</translation>
    </message>
</context>
<context>
    <name>HeldKeys</name>
    <message>
        <source>Show the original while the key is held</source>
        <translation>Mostrar el original mientras se mantiene la tecla</translation>
    </message>
    <message>
        <source>Move the view while the key is held</source>
        <translation>Mover la vista mientras se mantiene la tecla</translation>
    </message>
    <message>
        <source>Digit {digit} of a class&apos;s number; 1 and 3 pick class 13</source>
        <translation>Cifra {digit} del número de una clase; 1 y 3 eligen la clase 13</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drag to move the view. The wheel zooms.</source>
        <translation>Arrastrar mueve la vista. La rueda cambia el zoom.</translation>
    </message>
    <message>
        <source>Paint over the damage. The right button erases, Shift+click draws a straight line.</source>
        <translation>Pinte sobre el daño. El botón derecho borra, Mayús+clic traza una línea recta.</translation>
    </message>
    <message>
        <source>What you erase stays as it is in the photo.</source>
        <translation>Lo que borra queda como está en la foto.</translation>
    </message>
    <message>
        <source>Draw round the damage. Alt or the right button takes away.</source>
        <translation>Rodee el daño. Alt o el botón derecho resta.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes one back.</source>
        <translation>Haga clic vértice a vértice; Intro o un doble clic cierra, Retroceso quita el último.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a square, Alt takes away.</source>
        <translation>Arrastre de esquina a esquina. Mayús da un cuadrado, Alt resta.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a circle, Alt takes away.</source>
        <translation>Arrastre de esquina a esquina. Mayús da un círculo, Alt resta.</translation>
    </message>
    <message>
        <source>Click what has one colour; drag to the right for more of it, to the left for less. Alt takes away.</source>
        <translation>Haga clic en lo que tiene un mismo color; arrastre a la derecha para tomar más, a la izquierda menos. Alt quita.</translation>
    </message>
    <message>
        <source>Click both ends of a scratch, or one and Enter. Shift: straight, Alt takes away, Esc gives up.</source>
        <translation>Pulse ambos extremos de un arañazo, o uno e Intro. Mayús: recto, Alt quita, Esc abandona.</translation>
    </message>
    <message>
        <source>Click suggested damage to take or refuse it; trim it with the eraser{keys}.</source>
        <translation>Haga clic en un daño sugerido para aceptarlo o rechazarlo; recórtelo con el borrador{keys}.</translation>
    </message>
    <message>
        <source>Paint over a speck or a scratch: it is healed at once. The right button takes that off again.</source>
        <translation>Pinte sobre una mota o un arañazo: se corrige al instante. El botón derecho lo quita de nuevo.</translation>
    </message>
    <message>
        <source>Alt+click or the right button says where to copy from; then paint over the damage.</source>
        <translation>Alt+clic o el botón derecho dice de dónde copiar; después, pinte sobre el daño.</translation>
    </message>
    <message>
        <source>Paint {name} into the layout. The right button paints background.</source>
        <translation>Pinte {name} en el mapa. El botón derecho pinta fondo.</translation>
    </message>
    <message>
        <source>Click a region of the layout to fill it with {name}.</source>
        <translation>Haga clic en una región del mapa para rellenarla con {name}.</translation>
    </message>
    <message>
        <source>Click the layout to pick a class.</source>
        <translation>Haga clic en el mapa para tomar una clase.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter fills it with {name}, Backspace takes one back.</source>
        <translation>Haga clic vértice a vértice; Intro lo rellena con {name}, Retroceso quita el último.</translation>
    </message>
    <message>
        <source>Draw roughly round what is {name}: it goes to the edges of the photo nearby.</source>
        <translation>Rodee a grandes rasgos lo que es {name}: el trazo se ajusta a los bordes cercanos de la foto.</translation>
    </message>
    <message>
        <source>Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it.</source>
        <translation>Haga clic en un ojo, una ceja, la boca ...: arrástrelo, o sus asas o su botón. Las flechas lo mueven.</translation>
    </message>
    <message>
        <source>Paint what is taken from the candidate in hand; Shift+click takes a whole part.</source>
        <translation>Pinte lo que se toma de la variante en uso; Mayús+clic toma una parte entera.</translation>
    </message>
    <message>
        <source>Drag a handle, the crop, or a new one. Shift keeps the ratio of the sides. The scan stays whole.</source>
        <translation>Arrastre un tirador, el recorte o uno nuevo. Mayús mantiene la proporción. El escaneo queda entero.</translation>
    </message>
    <message>
        <source>Draw a line along something that should be level or upright, or type the angle.</source>
        <translation>Trace una línea a lo largo de algo que debería estar horizontal o vertical, o escriba el ángulo.</translation>
    </message>
    <message>
        <source>Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next.</source>
        <translation>Arrastre un punto, el marco o su esquina. Las flechas mueven un punto, Intro elige el siguiente.</translation>
    </message>
    <message>
        <source>Click the five points of the face.</source>
        <translation>Haga clic en los cinco puntos del rostro.</translation>
    </message>
    <message>
        <source>Arrow keys and numbers look at other candidates{flip}. Use the one in sight{use}, or Esc goes back.</source>
        <translation>Flechas y números muestran otras variantes{flip}. Use la que se ve{use}, o Esc para volver.</translation>
    </message>
    <message>
        <source>Restored. Save the picture{keys}, or paint over what is still to be done.</source>
        <translation>Restaurado. Guarde la imagen{keys} o pinte sobre lo que aún falta.</translation>
    </message>
    <message>
        <source>Open a portrait to begin.</source>
        <translation>Abra un retrato para empezar.</translation>
    </message>
    <message>
        <source>Add a face first.</source>
        <translation>Añada antes un rostro.</translation>
    </message>
    <message>
        <source>Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}.</source>
        <translation>Las flechas mueven el cursor, con Mayús lejos, con Ctrl píxel a píxel. Pulse con la herramienta{keys}.</translation>
    </message>
    <message>
        <source>Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back.</source>
        <translation>Las flechas dibujan, con Mayús lejos, con Ctrl píxel a píxel. Intro suelta{keys}, Esc lo deshace.</translation>
    </message>
    <message>
        <source>There is no layout yet: predict one{keys}.</source>
        <translation>Aún no hay mapa: prediga uno{keys}.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go there</source>
        <translation>Haga clic en un paso, o pulse Intro sobre él, para ir allí</translation>
    </message>
    <message>
        <source>Earlier steps are forgotten</source>
        <translation>Los pasos anteriores se han olvidado</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>{step}, the present state</source>
        <translation>{step}, el estado actual</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}, deshecho</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>atención</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>averiado</translation>
    </message>
    <message>
        <source>Check this installation</source>
        <translation>Comprobar esta instalación</translation>
    </message>
    <message>
        <source>Looking at networks, memory, folders and files ...</source>
        <translation>Examinando redes, memoria, carpetas y archivos ...</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>As text, for a message to those who help you; folders are named in it</source>
        <translation>Como texto, para un mensaje a quienes le ayudan; en él se nombran carpetas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Something is broken; what to do stands beside it.</source>
        <translation>Algo está averiado; al lado dice qué hacer.</translation>
    </message>
    <message>
        <source>Everything needed is here; something deserves attention.</source>
        <translation>Está todo lo necesario; algo merece atención.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translation>Está todo lo necesario.</translation>
    </message>
</context>
<context>
    <name>KeyCursor</name>
    <message>
        <source>Down</source>
        <translation>Pulsado</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Suelto</translation>
    </message>
    <message>
        <source>Cursor at {x}, {y}</source>
        <translation>Cursor en {x}, {y}</translation>
    </message>
</context>
<context>
    <name>KeysWithoutAction</name>
    <message>
        <source>Middle button</source>
        <translation>Botón central</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Mover la vista</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Ctrl+Wheel, Alt+Wheel</source>
        <translation>Ctrl+Rueda, Alt+Rueda</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Alt+click, with a tool of the layout</source>
        <translation>Alt+clic, con una herramienta del mapa</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Tomar la clase bajo el puntero</translation>
    </message>
    <message>
        <source>Alt+click or right button, with the clone brush</source>
        <translation>Alt+clic o botón derecho, con el pincel de clonar</translation>
    </message>
    <message>
        <source>Copy from there</source>
        <translation>Copiar desde allí</translation>
    </message>
    <message>
        <source>Right button, with the heal brush</source>
        <translation>Botón derecho, con el pincel corrector</translation>
    </message>
    <message>
        <source>Take off what was filled by hand</source>
        <translation>Quitar lo rellenado a mano</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Botón derecho</translation>
    </message>
    <message>
        <source>Erase with the brush; background with the class brush</source>
        <translation>Borrar con el pincel; fondo con el pincel de clase</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Mayús+clic</translation>
    </message>
    <message>
        <source>A straight stroke from where the last one ended</source>
        <translation>Un trazo recto desde donde acabó el último</translation>
    </message>
    <message>
        <source>Shift, with rectangle and ellipse</source>
        <translation>Mayús, con rectángulo y elipse</translation>
    </message>
    <message>
        <source>A square, a circle</source>
        <translation>Un cuadrado, un círculo</translation>
    </message>
    <message>
        <source>Alt or right button, with shapes and wand</source>
        <translation>Alt o botón derecho, con formas y varita</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>Restar de la máscara</translation>
    </message>
    <message>
        <source>Enter or double click, with the polygon</source>
        <translation>Intro o doble clic, con el polígono</translation>
    </message>
    <message>
        <source>Close it; Backspace takes the last corner back, Esc gives it up</source>
        <translation>Cerrarlo; Retroceso quita el último vértice, Esc lo abandona</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Lápiz</translation>
    </message>
    <message>
        <source>Pressure sets the size, its other end erases</source>
        <translation>La presión da el tamaño, el otro extremo borra</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown</source>
        <translation>Mover la vista, el divisor al comparar, el punto elegido del rostro, o el cursor cuando se muestra</translation>
    </message>
    <message>
        <source>Arrow keys and digits, while a candidate is looked at</source>
        <translation>Flechas y números, mientras se ve una variante</translation>
    </message>
    <message>
        <source>Look at the one beside it, or at the one of that number</source>
        <translation>Ver la de al lado, o la de ese número</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrow keys</source>
        <translation>Mayús o Ctrl con flechas</translation>
    </message>
    <message>
        <source>A long step; with the cursor and Ctrl a step of one pixel</source>
        <translation>Un paso largo; con el cursor y Ctrl, un paso de un píxel</translation>
    </message>
    <message>
        <source>Enter, with the points tool</source>
        <translation>Intro, con la herramienta de puntos</translation>
    </message>
    <message>
        <source>Choose the next face point</source>
        <translation>Elegir el siguiente punto del rostro</translation>
    </message>
    <message>
        <source>Enter and arrow keys, with Move part</source>
        <translation>Intro y flechas, con Mover parte</translation>
    </message>
    <message>
        <source>Pick the part of the class in hand; move it</source>
        <translation>Elegir la parte de la clase en uso; moverla</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Como el sistema</translation>
    </message>
</context>
<context>
    <name>LayoutEdits</name>
    <message>
        <source>Polygon of {name}</source>
        <translation>Polígono: {name}</translation>
    </message>
    <message>
        <source>Mirror {name}</source>
        <translation>Reflejar: {name}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>Restablecer: {name}</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Restablecer mapa</translation>
    </message>
    <message>
        <source>Smart edge of {name}</source>
        <translation>Borde inteligente: {name}</translation>
    </message>
</context>
<context>
    <name>LayoutPredictions</name>
    <message>
        <source>Alternative {number}</source>
        <translation>Alternativa {number}</translation>
    </message>
</context>
<context>
    <name>LayoutSection</name>
    <message>
        <source>Layout</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Predecir</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Load...</source>
        <translation>Cargar...</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>Reset class</source>
        <translation>Restablecer clase</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativas</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the layout over the photo</source>
        <translation>Opacidad del mapa sobre la foto</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Colores de las clases</translation>
    </message>
    <message>
        <source>Colours of the classes: as usual, or told apart with any colour vision, with patterns</source>
        <translation>Colores de las clases: los habituales, o distinguibles con cualquier visión del color, con tramas</translation>
    </message>
</context>
<context>
    <name>LegendModel</name>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>{name} shown</source>
        <translation>{name}: visible</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name}: oculto</translation>
    </message>
    <message>
        <source>{name} locked</source>
        <translation>{name}: bloqueado</translation>
    </message>
    <message>
        <source>{name} not locked</source>
        <translation>{name}: no bloqueado</translation>
    </message>
    <message>
        <source>Show this class in the overlay (Space)</source>
        <translation>Mostrar esta clase sobre la foto (Espacio)</translation>
    </message>
    <message>
        <source>Lock this class: painting never changes it (Return)</source>
        <translation>Bloquear esta clase: pintar nunca la cambia (Intro)</translation>
    </message>
    <message>
        <source>Click to paint with this class. Left and right are the person&apos;s own</source>
        <translation>Clic para pintar con esta clase. Izquierda y derecha son las de la persona</translation>
    </message>
    <message>
        <source>Type this number to pick the class</source>
        <translation>Escriba este número para elegir la clase</translation>
    </message>
    <message>
        <source>Share of the face crop</source>
        <translation>Parte del recorte del rostro</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Classes of the layout</source>
        <translation>Clases del mapa</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Candidate that is looked at</source>
        <translation>Variante que se ve</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Alternar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Show the result again  (Esc)</source>
        <translation>Mostrar de nuevo el resultado  (Esc)</translation>
    </message>
    <message>
        <source>seed {seed}, for: {part}</source>
        <translation>semilla {seed}, para: {part}</translation>
    </message>
    <message>
        <source>seed {seed}, in use for: {part}</source>
        <translation>semilla {seed}, en uso para: {part}</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Loupe</source>
        <translation>Lupa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All come back with the same key{keys}, or with Esc.</source>
        <translation>Todos vuelven con la misma tecla{keys}, o con Esc.</translation>
    </message>
    <message>
        <source>The panels are put away</source>
        <translation>Los paneles están ocultos</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Retrato</translation>
    </message>
</context>
<context>
    <name>MaskEdits</name>
    <message>
        <source>Magic wand</source>
        <translation>Varita mágica</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Seguir un arañazo</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Expandir máscara</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Contraer máscara</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>Suavizar máscara</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Eliminar motas</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Rellenar huecos</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Invertir máscara</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Borrar máscara</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>Importar máscara</translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>Aceptar sugerencias</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Eliminar clase</translation>
    </message>
</context>
<context>
    <name>MaskSection</name>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>What the tools of the mask paint, and what is done about it</source>
        <translation>Lo que pintan las herramientas de la máscara, y qué se hace con ello</translation>
    </message>
    <message>
        <source>Paint as</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the mask overlay</source>
        <translation>Opacidad de la máscara sobre la foto</translation>
    </message>
    <message>
        <source>Colour of the mask overlay</source>
        <translation>Color de la máscara sobre la foto</translation>
    </message>
    <message>
        <source>Overlay colour</source>
        <translation>Color superpuesto</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels to change the mask by</source>
        <translation>Píxeles en que se cambia la máscara</translation>
    </message>
    <message>
        <source>By how much the mask is grown, shrunk or smoothed; specks are smaller than its square</source>
        <translation>Cuánto se expande, contrae o suaviza la máscara; las motas son menores que su cuadrado</translation>
    </message>
    <message>
        <source>Change by</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importar...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportar...</translation>
    </message>
    <message>
        <source>Class of damage to paint</source>
        <translation>Clase de daño que se pinta</translation>
    </message>
    <message>
        <source>What is done about this class</source>
        <translation>Qué se hace con esta clase</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Editar...</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>Más&amp;cara</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>&amp;Rostro</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Re&amp;staurar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ayu&amp;da</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar mensaje</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navegador</translation>
    </message>
    <message>
        <source>The whole photo; arrow keys move the part that the canvas shows.</source>
        <translation>Toda la foto; las flechas mueven la parte que muestra el lienzo.</translation>
    </message>
    <message>
        <source>Drag to move the part of the photo that is shown; the wheel zooms</source>
        <translation>Arrastre para mover la parte visible de la foto; la rueda hace zoom</translation>
    </message>
</context>
<context>
    <name>NotesButton</name>
    <message>
        <source>Notes</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Notes, to be read again:</source>
        <translation>Avisos para releer:</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Abra antes una foto.</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>Guarde antes el proyecto.</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Abra antes una carpeta.</translation>
    </message>
    <message>
        <source>There is no photo before this one in the filmstrip.</source>
        <translation>No hay ninguna foto antes de esta en la tira.</translation>
    </message>
    <message>
        <source>There is no photo after this one in the filmstrip.</source>
        <translation>No hay ninguna foto después de esta en la tira.</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it with Esc.</source>
        <translation>Espere a que termine lo que está en curso, o cancélelo con Esc.</translation>
    </message>
    <message>
        <source>The mask is empty. Paint over the damage with the brush first.</source>
        <translation>La máscara está vacía. Pinte antes sobre el daño con el pincel.</translation>
    </message>
    <message>
        <source>No face is known yet. Find or add one first.</source>
        <translation>Aún no se conoce ningún rostro. Busque o añada uno antes.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Solo hay un rostro.</translation>
    </message>
    <message>
        <source>The face has no layout yet. Predict it first.</source>
        <translation>El rostro aún no tiene mapa. Predígalo antes.</translation>
    </message>
    <message>
        <source>The layout is as it was predicted, or was never predicted.</source>
        <translation>El mapa está como se predijo, o nunca se predijo.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it first.</source>
        <translation>Aún no hay resultado. Genérelo antes.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it, or heal something by hand first.</source>
        <translation>Aún no hay resultado. Genérelo o corrija antes algo a mano.</translation>
    </message>
    <message>
        <source>Compare original and result first.</source>
        <translation>Compare antes el original y el resultado.</translation>
    </message>
    <message>
        <source>The face has no second candidate yet. Make more of them first.</source>
        <translation>El rostro aún no tiene una segunda variante. Cree antes más.</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Choose one with a network in the Restore section for several.</source>
        <translation>Este método de restauración da un solo resultado. Para tener varios, elija uno con red en la sección Restaurar.</translation>
    </message>
    <message>
        <source>This way of restoring borrows from no photograph. Choose another one in the Restore section.</source>
        <translation>Este método de restauración no toma nada de fotografías. Elija otro en la sección Restaurar.</translation>
    </message>
    <message>
        <source>Nothing is suggested. Find damage first.</source>
        <translation>No hay nada sugerido. Detecte antes los daños.</translation>
    </message>
    <message>
        <source>Take a tool other than the hand first.</source>
        <translation>Tome antes una herramienta que no sea la mano.</translation>
    </message>
    <message>
        <source>The scan is shown as it lies already.</source>
        <translation>El escaneo ya se muestra tal como está.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
</context>
<context>
    <name>OriginLegend</name>
    <message>
        <source>invented by the network</source>
        <translation>inventado por la red</translation>
    </message>
    <message>
        <source>from the other half of the face</source>
        <translation>de la otra mitad del rostro</translation>
    </message>
    <message>
        <source>from other photographs</source>
        <translation>de otras fotografías</translation>
    </message>
    <message>
        <source>filled from its surroundings</source>
        <translation>rellenado desde su entorno</translation>
    </message>
    <message>
        <source>filled by hand</source>
        <translation>rellenado a mano</translation>
    </message>
    <message>
        <source>mixed by share</source>
        <translation>mezclado según las partes</translation>
    </message>
    <message>
        <source>Colours of what was invented</source>
        <translation>Colores de lo inventado</translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>CelebAMask-HQ colours</source>
        <translation>Colores de CelebAMask-HQ</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Aptos para daltónicos</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Take out of the window, or put back</source>
        <translation>Sacar de la ventana o devolver</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>Part of the face</source>
        <translation>Parte del rostro</translation>
    </message>
    <message>
        <source>{part}: from candidate {number}</source>
        <translation>{part}: de la variante {number}</translation>
    </message>
    <message>
        <source>{part}: from candidates {numbers}</source>
        <translation>{part}: de las variantes {numbers}</translation>
    </message>
    <message>
        <source>This part takes the candidate that is used, and this part&apos;s strength is set</source>
        <translation>Esta parte toma la variante que se usa, y se ajusta su intensidad</translation>
    </message>
</context>
<context>
    <name>PartTool</name>
    <message>
        <source>Move {name}</source>
        <translation>Mover: {name}</translation>
    </message>
</context>
<context>
    <name>PercentSlider</name>
    <message>
        <source>{name} in percent</source>
        <translation>{name} en porcentaje</translation>
    </message>
</context>
<context>
    <name>Percentages</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>PlacingHint</name>
    <message>
        <source>Click the {name}, {number} of 5</source>
        <translation>Clic: {name}, {number} de 5</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Or draw a box round the face. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} de 5: haga clic en: &lt;b&gt;{name}&lt;/b&gt;. O trace un marco alrededor del rostro. Retroceso quita el último, Intro los coloca todos, Esc termina.</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} de 5: haga clic en: &lt;b&gt;{name}&lt;/b&gt;. Retroceso quita el último, Intro los coloca todos, Esc termina.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>&amp;Format of restored photos</source>
        <translation>&amp;Formato de las fotos restauradas</translation>
    </message>
    <message>
        <source>TIFF for a TIFF, else PNG</source>
        <translation>TIFF para un TIFF; si no, PNG</translation>
    </message>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, sin pérdida</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profundidad</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>8 bit, also of 16 bit photos</source>
        <translation>8 bits, también en fotos de 16 bits</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadatos</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Conservar todo lo que dice la foto</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Solo perfil de color y resolución</translation>
    </message>
    <message>
        <source>Say in the file that it was re&amp;stored</source>
        <translation>Indicar en el archivo que fue re&amp;staurada</translation>
    </message>
    <message>
        <source>Write the &amp;record of what was done beside it</source>
        <translation>Escribir al lado la fich&amp;a de lo hecho</translation>
    </message>
    <message>
        <source>&amp;Projects are kept</source>
        <translation>Los pro&amp;yectos se guardan</translation>
    </message>
    <message>
        <source>Beside their photos</source>
        <translation>Junto a sus fotos</translation>
    </message>
    <message>
        <source>In the program&apos;s own folder</source>
        <translation>En la carpeta del programa</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>All, for research and private use</source>
        <translation>Todas, para investigación y uso privado</translation>
    </message>
    <message>
        <source>From the public domain, for paid work too</source>
        <translation>De dominio público, también para trabajos pagados</translation>
    </message>
    <message>
        <source>S&amp;et of networks</source>
        <translation>&amp;Conjunto de redes</translation>
    </message>
    <message>
        <source>Those for paid work find faces, and paint none</source>
        <translation>Las de trabajos pagados encuentran rostros y no pintan ninguno</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS is set, and wins: {name}</source>
        <translation>FACERESTORE_WEIGHTS está definida y prevalece: {name}</translation>
    </message>
    <message>
        <source>Another set is used from the next start on</source>
        <translation>Otro conjunto se usa desde el próximo inicio</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>The fastest that is there</source>
        <translation>Lo más rápido que haya</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Processor, by ONNX Runtime</source>
        <translation>Procesador, con ONNX Runtime</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Metal)</source>
        <translation>Gráficos del Mac (Metal)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>Tarjeta gráfica (DirectML)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Core ML)</source>
        <translation>Gráficos del Mac (Core ML)</translation>
    </message>
    <message>
        <source>Networks run &amp;on</source>
        <translation>Las redes se ejecutan &amp;en</translation>
    </message>
    <message>
        <source>Now: {device}</source>
        <translation>Ahora: {device}</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Todos los núcleos</translation>
    </message>
    <message>
        <source>How many threads the networks may use of the processor</source>
        <translation>Cuántos hilos del procesador pueden usar las redes</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>&amp;Núcleos</translation>
    </message>
    <message>
        <source>Memory for &amp;undo</source>
        <translation>Memoria para des&amp;hacer</translation>
    </message>
    <message>
        <source>Beyond it the oldest steps are forgotten</source>
        <translation>Más allá se olvidan los pasos más antiguos</translation>
    </message>
</context>
<context>
    <name>PresetsButton</name>
    <message>
        <source>Brushes kept by name: size, hardness and class of damage</source>
        <translation>Pinceles guardados por nombre: tamaño, dureza y clase de daño</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>Preajustes de pincel</translation>
    </message>
    <message>
        <source>Keep this brush...</source>
        <translation>Guardar este pincel...</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep this brush</source>
        <translation>Guardar este pincel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
</context>
<context>
    <name>PreviewLabel</name>
    <message>
        <source>State of the live preview</source>
        <translation>Estado de la vista previa en vivo</translation>
    </message>
    <message>
        <source>Live preview: {state}</source>
        <translation>Vista previa en vivo: {state}</translation>
    </message>
</context>
<context>
    <name>PreviewState</name>
    <message>
        <source>Paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Waiting for the edit to end</source>
        <translation>espera a que acabe el cambio</translation>
    </message>
    <message>
        <source>Painting the preview</source>
        <translation>pintando la vista previa</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>Predict a layout first</source>
        <translation>prediga antes un mapa</translation>
    </message>
    <message>
        <source>No damage in this face</source>
        <translation>sin daño en este rostro</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>detenida por un error</translation>
    </message>
</context>
<context>
    <name>ProjectKeeping</name>
    <message>
        <source>{reason} What you do is in the journal only. Save the project to another place.</source>
        <translation>{reason} Lo que haga queda solo en el diario. Guarde el proyecto en otro lugar.</translation>
    </message>
    <message>
        <source>The project cannot be kept</source>
        <translation>No se puede conservar el proyecto</translation>
    </message>
    <message>
        <source>Its work is left as it is. Yours is kept in {name} from now on.</source>
        <translation>Su trabajo se deja como está. El de usted se conserva desde ahora en {name}.</translation>
    </message>
    <message>
        <source>Another window works on this project</source>
        <translation>Otra ventana trabaja en este proyecto</translation>
    </message>
</context>
<context>
    <name>ProjectTasks</name>
    <message>
        <source>Open the photo without it</source>
        <translation>Abrir la foto sin él</translation>
    </message>
    <message>
        <source>Open the version before</source>
        <translation>Abrir la versión anterior</translation>
    </message>
    <message>
        <source>No file was changed. Save it to go on from here: what is in the file now is kept as a version.</source>
        <translation>No se ha cambiado ningún archivo. Guárdelo para seguir desde aquí: lo que hay ahora en el archivo se conserva como versión.</translation>
    </message>
    <message>
        <source>This is an earlier version</source>
        <translation>Esta es una versión anterior</translation>
    </message>
    <message>
        <source>Its work is not in what you have just saved. It is kept: File &gt; Open an earlier version shows it.</source>
        <translation>Su trabajo no está en lo que acaba de guardar. Se conserva: Archivo &gt; Abrir una versión anterior lo muestra.</translation>
    </message>
    <message>
        <source>Another window had saved this project meanwhile</source>
        <translation>Otra ventana había guardado este proyecto entretanto</translation>
    </message>
    <message>
        <source>The disk is nearly full, so the version before was not kept. Free some space.</source>
        <translation>El disco está casi lleno, así que no se conservó la versión anterior. Libere espacio.</translation>
    </message>
    <message>
        <source>The project is saved, but the system did not let the version before be kept beside it.</source>
        <translation>El proyecto está guardado, pero el sistema no permitió conservar a su lado la versión anterior.</translation>
    </message>
    <message>
        <source>Saved, without the version before</source>
        <translation>Guardado, sin la versión anterior</translation>
    </message>
    <message>
        <source>The project&apos;s photo is not where it was</source>
        <translation>La foto del proyecto no está donde estaba</translation>
    </message>
    <message>
        <source>{name} is neither in {folder} nor beside the project.</source>
        <translation>{name} no está en {folder} ni junto al proyecto.</translation>
    </message>
    <message>
        <source>Find the photo...</source>
        <translation>Buscar la foto...</translation>
    </message>
    <message>
        <source>Find another...</source>
        <translation>Buscar otra...</translation>
    </message>
    <message>
        <source>{name} has another size, depth or mode than the photo that the project was made with.</source>
        <translation>{name} tiene otro tamaño, profundidad o modo que la foto con la que se hizo el proyecto.</translation>
    </message>
    <message>
        <source>The photo does not fit the project</source>
        <translation>La foto no corresponde al proyecto</translation>
    </message>
    <message>
        <source>{path} is not the file that the project was made with, but it has its size.</source>
        <translation>{path} no es el archivo con el que se hizo el proyecto, pero tiene su tamaño.</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Abrirla de todos modos</translation>
    </message>
    <message>
        <source>The project&apos;s photo has changed</source>
        <translation>La foto del proyecto ha cambiado</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>A&amp;brir reciente</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>&amp;Vaciar esta lista</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Nothing to recover</source>
        <translation>Nada que recuperar</translation>
    </message>
    <message>
        <source>All that was not saved is open, or was closed.</source>
        <translation>Todo lo que no se guardó está abierto, o se cerró.</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Recuperado</translation>
    </message>
    <message>
        <source>All is here, up to the last finished stroke.</source>
        <translation>Está todo, hasta el último trazo terminado.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Recuperar trabajo sin guardar</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabajo sin guardar</translation>
    </message>
    <message>
        <source>The program ended before this was saved. It can be recovered:</source>
        <translation>El programa terminó antes de que esto se guardara. Se puede recuperar:</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Put the chosen one aside. File &gt; Recover unsaved work has it for {days} days</source>
        <translation>Apartar el elegido. Archivo &gt; Recuperar trabajo sin guardar lo tiene durante {days} días</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Preguntar de nuevo en el próximo inicio</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation>último cambio {time}</translation>
    </message>
    <message>
        <source>discarded; it is here until {date}</source>
        <translation>descartado; está aquí hasta el {date}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskButton</name>
    <message>
        <source>What of this photograph is damaged or covered, and is not lent</source>
        <translation>Lo que está dañado o tapado en esta fotografía y no se presta</translation>
    </message>
    <message>
        <source>&amp;Paint the mask of this photograph...</source>
        <translation>&amp;Pintar la máscara de esta fotografía...</translation>
    </message>
    <message>
        <source>Mask from a &amp;file or its project...</source>
        <translation>Máscara de un &amp;archivo o de su proyecto...</translation>
    </message>
    <message>
        <source>&amp;Without a mask</source>
        <translation>&amp;Sin máscara</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>Sin máscara</translation>
    </message>
    <message>
        <source>Mask {share}</source>
        <translation>Máscara {share}</translation>
    </message>
    <message>
        <source>Mask of this photograph: {state}</source>
        <translation>Máscara de esta fotografía: {state}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskDialog</name>
    <message>
        <source>Mask of {file}</source>
        <translation>Máscara de {file}</translation>
    </message>
    <message>
        <source>Paint over what is damaged, or covered by a hand or a hat. The right button takes paint away.</source>
        <translation>Pinte sobre lo dañado o lo que tapa una mano o un sombrero. El botón derecho quita la pintura.</translation>
    </message>
    <message>
        <source>The face in the photograph</source>
        <translation>El rostro en la fotografía</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>Pi&amp;ncel</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Anchura del pincel</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Borrar</translation>
    </message>
</context>
<context>
    <name>ReferenceTasks</name>
    <message>
        <source>The open photo itself was left out.</source>
        <translation>La propia foto abierta se ha omitido.</translation>
    </message>
    <message>
        <source>{file} is masked like that already, or the mask lies beside its face.</source>
        <translation>{file} ya está enmascarado así, o la máscara queda al lado del rostro.</translation>
    </message>
    <message>
        <source>This mask changes nothing</source>
        <translation>Esta máscara no cambia nada</translation>
    </message>
    <message>
        <source>A face borrows from at most {most} photographs; left out: {files}.</source>
        <translation>Un rostro toma de {most} fotografías como máximo; omitidas: {files}.</translation>
    </message>
    <message>
        <source>Photographs of the person</source>
        <translation>Fotografías de la persona</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}). Add photographs of the person by name.</source>
        <translation>El {share} del rostro está oculto, demasiado para saber quién es (como máximo {most}). Añada fotografías de la persona por su nombre.</translation>
    </message>
    <message>
        <source>The folder was not searched</source>
        <translation>No se buscó en la carpeta</translation>
    </message>
    <message>
        <source>Nobody like this person was found</source>
        <translation>No se encontró a nadie parecido</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>Revíselas</translation>
    </message>
    <message>
        <source>Of {photos} photographs, {count} probably of the person.</source>
        <translation>De {photos} fotografías, {count} probablemente de la persona.</translation>
    </message>
    <message>
        <source>Those with a question mark may be of somebody else: {count}.</source>
        <translation>Las que llevan interrogación pueden ser de otra persona: {count}.</translation>
    </message>
    <message>
        <source>Take or refuse each under References.</source>
        <translation>Acepte o rechace cada una en Referencias.</translation>
    </message>
    <message>
        <source>Not read: {files}.</source>
        <translation>Sin leer: {files}.</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} y {count} más</translation>
    </message>
</context>
<context>
    <name>ReferencesSection</name>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Cejas</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Skin and hair</source>
        <translation>Piel y pelo</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referencias</translation>
    </message>
    <message>
        <source>Faces to borrow from: Enter takes one, Delete takes it away</source>
        <translation>Rostros de los que tomar: Intro acepta uno, Supr lo quita</translation>
    </message>
    <message>
        <source>As View &gt; Show what was invented mixes its colours, summed up over the face</source>
        <translation>Como «Ver &gt; Mostrar lo inventado» mezcla sus colores, sumado en todo el rostro</translation>
    </message>
    <message>
        <source>Which parts of the face this photograph may lend</source>
        <translation>Qué partes del rostro puede prestar esta fotografía</translation>
    </message>
    <message>
        <source>Parts that it lends</source>
        <translation>Partes que presta</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Borrow from this face</source>
        <translation>Tomar de este rostro</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Aceptar todas</translation>
    </message>
    <message>
        <source>Borrow from all that probably show the person</source>
        <translation>Tomar de todas las que probablemente muestran a la persona</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Borrow from it no longer</source>
        <translation>No tomar más de ella</translation>
    </message>
    <message>
        <source>{file}, in use</source>
        <translation>{file}, en uso</translation>
    </message>
    <message>
        <source>{file}, proposed</source>
        <translation>{file}, propuesta</translation>
    </message>
    <message>
        <source>{file}, perhaps the person</source>
        <translation>{file}, quizá la persona</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Propose this face no longer</source>
        <translation>No proponer más este rostro</translation>
    </message>
    <message>
        <source>{network} Network alone {own}, {mirror} mirror image {mirrored}</source>
        <translation>{network} Solo la red {own}, {mirror} imagen especular {mirrored}</translation>
    </message>
    <message>
        <source>Probably the person: {file}</source>
        <translation>Probablemente la persona: {file}</translation>
    </message>
    <message>
        <source>Perhaps: {file}</source>
        <translation>Quizá: {file}</translation>
    </message>
    <message>
        <source>Generate to borrow from {file}</source>
        <translation>Generar para tomar de {file}</translation>
    </message>
    <message>
        <source>{share} is from {file}</source>
        <translation>El {share} es de {file}</translation>
    </message>
    <message>
        <source>Lends all</source>
        <translation>Presta todo</translation>
    </message>
    <message>
        <source>Lends {parts}</source>
        <translation>Presta {parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n parte</numerusform>
            <numerusform>%n partes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lends nothing</source>
        <translation>No presta nada</translation>
    </message>
    <message>
        <source>Parts that it lends: {parts}</source>
        <translation>Partes que presta: {parts}</translation>
    </message>
</context>
<context>
    <name>RepeatedDialog</name>
    <message>
        <source>Damage that repeats</source>
        <translation>Daños que se repiten</translation>
    </message>
    <message>
        <source>These places look damaged in many scans of one size. Dust on the glass and the line of a roller do; a stamp, a frame number or a border that is printed on each card are no damage. What is damage goes into every mask of that size, what is none goes out of them.</source>
        <translation>Estos lugares parecen dañados en muchos escaneos de un mismo tamaño. El polvo del cristal y la línea de un rodillo lo son; un sello, un número de fotograma o una orla impresa en cada cartulina no son daño. Lo que es daño va a todas las máscaras de ese tamaño; lo que no lo es sale de ellas.</translation>
    </message>
    <message>
        <source>&amp;All are damage</source>
        <translation>&amp;Todos son daños</translation>
    </message>
    <message>
        <source>&amp;None is</source>
        <translation>&amp;Ninguno lo es</translation>
    </message>
    <message>
        <source>&amp;Use answers</source>
        <translation>&amp;Usar las respuestas</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Más tarde</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>No photos there</source>
        <translation>No hay fotos ahí</translation>
    </message>
    <message>
        <source>Choose or drop photos, a folder of photos or a project.</source>
        <translation>Elija o suelte fotos, una carpeta de fotos o un proyecto.</translation>
    </message>
    <message>
        <source>If a part of the face is not where it belongs, correct it; or generate.</source>
        <translation>Si una parte del rostro no está en su sitio, corríjala; si no, genere.</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>This is the layout</source>
        <translation>Este es el mapa</translation>
    </message>
    <message>
        <source>It begins when the faces are found.</source>
        <translation>Empieza cuando se hayan encontrado los rostros.</translation>
    </message>
    <message>
        <source>Generate waits</source>
        <translation>La generación espera</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>If there is one, show where it is. What is masked outside a face is filled from around it.</source>
        <translation>Si hay uno, indique dónde está. Lo enmascarado fuera de un rostro se rellena con lo que lo rodea.</translation>
    </message>
    <message>
        <source>Show the face</source>
        <translation>Mostrar el rostro</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>No se encontró ningún rostro</translation>
    </message>
    <message>
        <source>They lie on one spot. Click them again, apart from each other.</source>
        <translation>Están en el mismo punto. Haga clic en ellos de nuevo, separados entre sí.</translation>
    </message>
    <message>
        <source>These points make no face</source>
        <translation>Estos puntos no forman un rostro</translation>
    </message>
    <message>
        <source>What you do now is kept in memory only ({reason}). Save the project; free some space on the disk.</source>
        <translation>Lo que hace ahora se conserva solo en la memoria ({reason}). Guarde el proyecto; libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Autosave has stopped</source>
        <translation>El guardado automático se ha detenido</translation>
    </message>
</context>
<context>
    <name>ReservedKeys</name>
    <message>
        <source>{keys} alone is no shortcut: press another key with it.</source>
        <translation>{keys} por sí sola no es un atajo: pulse otra tecla con ella.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas the arrow keys move the view, the cursor or what is picked.</source>
        <translation>{keys} está reservada: en el lienzo las flechas mueven la vista, el cursor o lo elegido.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it goes through lists and text fields.</source>
        <translation>{keys} está reservada: recorre listas y campos de texto.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it finishes what is drawn on the canvas.</source>
        <translation>{keys} está reservada: termina lo que se dibuja en el lienzo.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas it takes back the last corner.</source>
        <translation>{keys} está reservada: en el lienzo quita el último vértice.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it presses buttons, and holds the hand on the canvas.</source>
        <translation>{keys} está reservada: pulsa botones, y sostiene la mano en el lienzo.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it always gives up what is under way.</source>
        <translation>{keys} está reservada: siempre abandona lo que está en curso.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it moves the keyboard through the window.</source>
        <translation>{keys} está reservada: lleva el teclado por la ventana.</translation>
    </message>
    <message>
        <source>{keys} cannot be held: choose a single key without Ctrl or Alt.</source>
        <translation>{keys} no se puede mantener: elija una sola tecla sin Ctrl ni Alt.</translation>
    </message>
    <message>
        <source>While a text field has the keyboard, {keys} serves that.</source>
        <translation>Mientras un campo de texto tiene el teclado, {keys} le sirve a él.</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Way to restore</source>
        <translation>Método de restauración</translation>
    </message>
    <message>
        <source>What each way to restore is good for</source>
        <translation>Para qué sirve cada método de restauración</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another one gives another version</source>
        <translation>La misma semilla da el mismo resultado; otra da otra variante</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Otra semilla</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generar</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Guardar la imagen...</translation>
    </message>
    <message>
        <source>Open a portrait first.</source>
        <translation>Abra antes un retrato.</translation>
    </message>
    <message>
        <source>Accept the suggestions first.</source>
        <translation>Acepte primero las sugerencias.</translation>
    </message>
    <message>
        <source>Paint over the damage first.</source>
        <translation>Pinte antes sobre el daño.</translation>
    </message>
    <message>
        <source>Restores what the mask covers.</source>
        <translation>Restaura lo que cubre la máscara.</translation>
    </message>
    <message>
        <source>Putting together what you chose ...</source>
        <translation>Se reúne lo que usted eligió ...</translation>
    </message>
    <message>
        <source>Made in {seconds} s, without a network.</source>
        <translation>Hecho en {seconds}&#xa0;s, sin red.</translation>
    </message>
    <message>
        <source>Made in {seconds} s.</source>
        <translation>Hecho en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Result of seed {seed}, made in {seconds} s.</source>
        <translation>Resultado de la semilla {seed}, hecho en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Mix of {seeds}, made in {seconds} s.</source>
        <translation>Mezcla de {seeds}, hecha en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result: generate again.</source>
        <translation>La máscara o el mapa cambió desde este resultado: genere de nuevo.</translation>
    </message>
</context>
<context>
    <name>RestoreTasks</name>
    <message>
        <source>New seed</source>
        <translation>Semilla nueva</translation>
    </message>
    <message>
        <source>This face is skipped</source>
        <translation>Este rostro se omite</translation>
    </message>
    <message>
        <source>Switch it on in the list of faces to restore it.</source>
        <translation>Márquelo en la lista de rostros para restaurarlo.</translation>
    </message>
    <message>
        <source>Redo face</source>
        <translation>Rehacer rostro</translation>
    </message>
    <message>
        <source>Return to result {number}</source>
        <translation>Volver al resultado {number}</translation>
    </message>
    <message>
        <source>Not all of it lies in a face</source>
        <translation>No todo está en un rostro</translation>
    </message>
    <message>
        <source>Made with a smaller setting</source>
        <translation>Hecho con un ajuste menor</translation>
    </message>
    <message>
        <source>The photo is as it was, but for what was filled by hand. Earlier results stay in the strip.</source>
        <translation>La foto está como antes, salvo lo rellenado a mano. Los resultados anteriores siguen en la tira.</translation>
    </message>
    <message>
        <source>Nothing is masked any more</source>
        <translation>Ya no hay nada enmascarado</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>No hay nada que restaurar</translation>
    </message>
    <message>
        <source>Paint over the damage with the brush (B) first.</source>
        <translation>Pinte antes sobre el daño con el pincel (B).</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Another mask, or another way, gives another one.</source>
        <translation>Este método de restauración da un solo resultado. Otra máscara, u otro método, da otro.</translation>
    </message>
    <message>
        <source>This is the result</source>
        <translation>Este es el resultado</translation>
    </message>
    <message>
        <source>Seed {seed} gives the result that you see. Another seed gives another version.</source>
        <translation>La semilla {seed} da el resultado que ve. Otra semilla da otra variante.</translation>
    </message>
    <message>
        <source>Generate with seed {seed}</source>
        <translation>Generar con la semilla {seed}</translation>
    </message>
    <message>
        <source>Nobody has looked for them in this photo yet. The result follows by itself.</source>
        <translation>Nadie los ha buscado todavía en esta foto. El resultado llega después por sí solo.</translation>
    </message>
    <message>
        <source>Faces are looked for first</source>
        <translation>Primero se buscan rostros</translation>
    </message>
    <message>
        <source>No face has damage for one; the rest was filled from its surroundings.</source>
        <translation>Ningún rostro tiene daños para una; el resto se rellenó desde su entorno.</translation>
    </message>
    <message>
        <source>No network was needed</source>
        <translation>No hizo falta ninguna red</translation>
    </message>
    <message>
        <source>The face has changed, so candidates {before} that it is put together from were made again. They are {now} from now on; the others were made for the face as it was, and are gone.</source>
        <translation>El rostro ha cambiado, así que las variantes {before} de las que se compone se hicieron de nuevo. Desde ahora son {now}; las demás eran para el rostro de antes y ya no están.</translation>
    </message>
    <message>
        <source>Candidates have other numbers</source>
        <translation>Las variantes tienen otros números</translation>
    </message>
    <message>
        <source>Use seed {seed}</source>
        <translation>Usar la semilla {seed}</translation>
    </message>
    <message>
        <source>A face keeps the parts that you chose; seed {seed} is among its candidates.</source>
        <translation>Un rostro conserva las partes que usted eligió; la semilla {seed} está entre sus variantes.</translation>
    </message>
    <message>
        <source>Your choice stays</source>
        <translation>Su elección se conserva</translation>
    </message>
    <message>
        <source>Use seed {seed} for all of it</source>
        <translation>Usar la semilla {seed} para todo</translation>
    </message>
</context>
<context>
    <name>RestorerCards</name>
    <message>
        <source>Ways to restore</source>
        <translation>Métodos de restauración</translation>
    </message>
</context>
<context>
    <name>Restorers</name>
    <message>
        <source>Faces by layout</source>
        <translation>Rostros según el mapa</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Elegido según el daño</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Foto entera (IN2)</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Rostros por modelo (ISFRNet)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Entorno (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Entorno (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Entorno (membrana)</translation>
    </message>
</context>
<context>
    <name>RestorersButton</name>
    <message>
        <source>Ways to restore</source>
        <translation>Métodos de restauración</translation>
    </message>
    <message>
        <source>Of several, each photo gets a result by each</source>
        <translation>Con varios, cada foto recibe un resultado de cada uno</translation>
    </message>
    <message>
        <source>No way to restore</source>
        <translation>Ningún método de restauración</translation>
    </message>
</context>
<context>
    <name>SaveAsDialog</name>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, sin pérdida</translation>
    </message>
    <message>
        <source>Save the restored photo</source>
        <translation>Guardar la foto restaurada</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>Examinar...</translation>
    </message>
    <message>
        <source>Without compression: larger, but written faster</source>
        <translation>Sin compresión: más grande, pero se escribe antes</translation>
    </message>
    <message>
        <source>As the scan lies, all of it</source>
        <translation>Como el escaneo, entero</translation>
    </message>
    <message>
        <source>As viewed: {what}</source>
        <translation>Tal como se ve: {what}</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Conservar todo lo que dice la foto</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Solo perfil de color y resolución</translation>
    </message>
    <message>
        <source>Say in the file that it was restored</source>
        <translation>Decir en el archivo que se restauró</translation>
    </message>
    <message>
        <source>IPTC&apos;s DigitalSourceType in the XMP: parts of the picture were made by an algorithm</source>
        <translation>DigitalSourceType de IPTC en el XMP: un algoritmo hizo partes de la imagen</translation>
    </message>
    <message>
        <source>Write the record of what was done beside it (.json)</source>
        <translation>Escribir al lado la ficha de lo que se hizo (.json)</translation>
    </message>
    <message>
        <source>Hashes of the source, mask and layout, seed and networks: the result can be checked</source>
        <translation>Resúmenes de la fuente, la máscara y el mapa, semilla y redes: el resultado se puede comprobar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profundidad</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadatos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</source>
        <translation>Fotos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>8 bit, as the photo</source>
        <translation>8 bits, como la foto</translation>
    </message>
    <message>
        <source>16 bit, as the photo</source>
        <translation>16 bits, como la foto</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>This is the original, which is never overwritten. Choose another name.</source>
        <translation>Es el original, que nunca se sobrescribe. Elija otro nombre.</translation>
    </message>
    <message>
        <source>JPEG changes every pixel a little, also where nothing was restored.</source>
        <translation>JPEG cambia un poco cada píxel, también donde no se restauró nada.</translation>
    </message>
    <message>
        <source>With 8 bits the untouched pixels are rounded.</source>
        <translation>Con 8 bits, los píxeles intactos se redondean.</translation>
    </message>
    <message>
        <source>Straightening resamples every pixel, once.</source>
        <translation>Enderezar vuelve a muestrear cada píxel, una vez.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand is that of the scan, bit for bit, in its new place.</source>
        <translation>Lo que no enmascaró ni rellenó a mano es lo del escaneo, bit a bit, en su nuevo lugar.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand stays as it was, bit for bit.</source>
        <translation>Lo que no enmascaró ni rellenó a mano queda como estaba, bit a bit.</translation>
    </message>
    <message>
        <source>Nothing in the file will say that parts of it were invented.</source>
        <translation>Nada en el archivo dirá que partes de él se inventaron.</translation>
    </message>
    <message>
        <source>turned by {angle}</source>
        <translation>girada {angle}</translation>
    </message>
    <message>
        <source>straightened by {angle}</source>
        <translation>enderezada {angle}</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>Add to the mask</source>
        <translation>Añadir a la máscara</translation>
    </message>
    <message>
        <source>Take from the mask</source>
        <translation>Restar de la máscara</translation>
    </message>
    <message>
        <source>Keep only what is inside</source>
        <translation>Conservar solo lo de dentro</translation>
    </message>
    <message>
        <source>What the shape does</source>
        <translation>Qué hace la forma</translation>
    </message>
    <message>
        <source>What is drawn does this to the mask; with Alt or the right button it takes away</source>
        <translation>Lo que se dibuja hace esto a la máscara; con Alt o el botón derecho resta</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
</context>
<context>
    <name>ShapeTools</name>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Lienzo</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>&amp;In addition</source>
        <translation>&amp;Además</translation>
    </message>
    <message>
        <source>Keep the present keys beside the new ones</source>
        <translation>Conservar las teclas actuales junto a las nuevas</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vaciar</translation>
    </message>
    <message>
        <source>Leave the chosen row without keys</source>
        <translation>Dejar la fila elegida sin teclas</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message>
        <source>Give the chosen row its first keys again</source>
        <translation>Devolver a la fila elegida sus teclas iniciales</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Tomarlas</translation>
    </message>
    <message>
        <source>Give the keys to the chosen row</source>
        <translation>Dar las teclas a la fila elegida</translation>
    </message>
    <message>
        <source>Lea&amp;ve them</source>
        <translation>&amp;Dejarlas</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>No cambiar nada</translation>
    </message>
    <message>
        <source>Reset &amp;all...</source>
        <translation>Restable&amp;cer todo...</translation>
    </message>
    <message>
        <source>Give every row its first keys again</source>
        <translation>Devolver a cada fila sus teclas iniciales</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>Teclas &amp;nuevas</translation>
    </message>
    <message>
        <source>Choose the field and press the new keys.</source>
        <translation>Elija el campo y pulse las teclas nuevas.</translation>
    </message>
    <message>
        <source>What the canvas does with pointer and arrow keys stays as it is.</source>
        <translation>Lo que el lienzo hace con el puntero y las flechas queda como está.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it opens the menu {menu}.</source>
        <translation>{keys} está reservada: abre el menú {menu}.</translation>
    </message>
    <message>
        <source>It has these keys already.</source>
        <translation>Ya tiene estas teclas.</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} pertenece a «{action}».</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Cambiado.</translation>
    </message>
    <message>
        <source>Give every action its first keys again?</source>
        <translation>¿Devolver a cada acción sus teclas iniciales?</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
</context>
<context>
    <name>SmartEdgePage</name>
    <message>
        <source>What the line goes to</source>
        <translation>A qué se ajusta la línea</translation>
    </message>
    <message>
        <source>Edges follow an outline; areas take small patches of one colour as a whole</source>
        <translation>Los bordes siguen un contorno; las áreas toman enteras pequeñas zonas de un color</translation>
    </message>
    <message>
        <source>Edges near the line</source>
        <translation>Bordes cerca de la línea</translation>
    </message>
    <message>
        <source>Areas of one colour</source>
        <translation>Áreas de un mismo color</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Cargando las redes</translation>
    </message>
    <message>
        <source>Cutting out the face</source>
        <translation>Recortando el rostro</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Buscando rostros</translation>
    </message>
    <message>
        <source>Predicting the layout</source>
        <translation>Prediciendo el mapa</translation>
    </message>
    <message>
        <source>Painting texture</source>
        <translation>Pintando la textura</translation>
    </message>
    <message>
        <source>Painting the photo</source>
        <translation>Pintando la foto</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Poniéndolo en la foto</translation>
    </message>
    <message>
        <source>Preparing the picture</source>
        <translation>Preparando la imagen</translation>
    </message>
    <message>
        <source>Changing the mask</source>
        <translation>Cambiando la máscara</translation>
    </message>
    <message>
        <source>Finding the edge</source>
        <translation>Buscando el borde</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Buscando daños</translation>
    </message>
    <message>
        <source>Looking for the person</source>
        <translation>Buscando a la persona</translation>
    </message>
    <message>
        <source>Comparing faces</source>
        <translation>Comparando rostros</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>Buscando trabajo sin guardar</translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation>Comprobando la instalación</translation>
    </message>
    <message>
        <source>Making the sample portrait</source>
        <translation>Creando el retrato de muestra</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop the work under way (Esc)</source>
        <translation>Detener lo que está en curso (Esc)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Class under the pointer</source>
        <translation>Clase bajo el puntero</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Rotation of the view</source>
        <translation>Giro de la vista</translation>
    </message>
    <message>
        <source>By how much the view is rotated; the photo is not</source>
        <translation>Cuánto está girada la vista; la foto no lo está</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Networks not loaded</source>
        <translation>Redes sin cargar</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit grey</source>
        <translation>{width} x {height}, gris de {bits} bits</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit RGB</source>
        <translation>{width} x {height}, RGB de {bits} bits</translation>
    </message>
    <message>
        <source>{width} x {height} of {scan}</source>
        <translation>{width} x {height} de {scan}</translation>
    </message>
    <message>
        <source>What is seen of the scan, turned, straightened and cropped</source>
        <translation>Lo que se ve del escaneo, girado, enderezado y recortado</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>{device}, weights for paid work</source>
        <translation>{device}, pesos para trabajos pagados</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS chose the weights that may be used for paid work.</source>
        <translation>FACERESTORE_WEIGHTS eligió los pesos que pueden usarse para trabajos pagados.</translation>
    </message>
    <message>
        <source>The preferences chose the weights that may be used for paid work.</source>
        <translation>Las preferencias eligieron los pesos que pueden usarse para trabajos pagados.</translation>
    </message>
    <message>
        <source>{held} GB, {free} GB free</source>
        <translation>{held}&#xa0;GB, {free}&#xa0;GB libres</translation>
    </message>
    <message>
        <source>Main memory that the window and the process of the networks hold, and what is free</source>
        <translation>Memoria principal que ocupan la ventana y el proceso de las redes, y la que está libre</translation>
    </message>
    <message>
        <source>{stage} ...  {since}</source>
        <translation>{stage} ...  {since}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}&#xa0;s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#xa0;min</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, about {left} left</source>
        <translation>{stage} ...  {since}, quedan unos {left}</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, nearly done</source>
        <translation>{stage} ...  {since}, casi listo</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, longer than the last times</source>
        <translation>{stage} ...  {since}, más que las últimas veces</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;min {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Reject all</source>
        <translation>Rechazar todo</translation>
    </message>
    <message>
        <source>Take or refuse</source>
        <translation>Aceptar o rechazar</translation>
    </message>
    <message>
        <source>Take a kind</source>
        <translation>Aceptar un tipo</translation>
    </message>
    <message>
        <source>Refuse a kind</source>
        <translation>Rechazar un tipo</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Recortar</translation>
    </message>
</context>
<context>
    <name>SuggestionsBar</name>
    <message>
        <source>Suggested damage</source>
        <translation>Daños sugeridos</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Take or refuse all suggestions of a kind</source>
        <translation>Aceptar o rechazar todas las sugerencias de un tipo</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Rechazar todo</translation>
    </message>
    <message>
        <source>{taken} of {shown} suggestions taken</source>
        <translation>{taken} de {shown} sugerencias aceptadas</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>{kind}: {taken} of {shown}</source>
        <translation>{kind}: {taken} de {shown}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>At least</source>
        <translation>Al menos</translation>
    </message>
    <message>
        <source>Show only what is as sure as this. By itself only what is certain, from 85%, is taken.</source>
        <translation>Mostrar solo lo que sea al menos así de seguro. Solo lo cierto, desde el 85&#xa0;%, se toma por sí solo.</translation>
    </message>
    <message>
        <source>Shortest suggestion in pixels</source>
        <translation>Sugerencia más corta en píxeles</translation>
    </message>
    <message>
        <source>Longest suggestion in pixels</source>
        <translation>Sugerencia más larga en píxeles</translation>
    </message>
    <message>
        <source>Length in px</source>
        <translation>Largo en px</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Largest speck of dust in pixels</source>
        <translation>Mota de polvo más grande en píxeles</translation>
    </message>
    <message>
        <source>Larger specks are no dust and are not suggested; holds for the next search</source>
        <translation>Las motas mayores no son polvo y no se sugieren; vale para la próxima búsqueda</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Detectar daños</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Aceptar todo</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Rechazar todo</translation>
    </message>
    <message>
        <source>Largest dust</source>
        <translation>Polvo máximo</translation>
    </message>
    <message>
        <source>any</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>Show only what is as long as this in the photo; the rest is not accepted</source>
        <translation>Mostrar solo lo que tiene esta longitud en la foto; el resto no se acepta</translation>
    </message>
    <message>
        <source>Looks for scratches, creases, dust, stains and tears.</source>
        <translation>Busca arañazos, pliegues, polvo, manchas y desgarros.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken. Click one to refuse or take it.</source>
        <translation>{taken} de {shown} aceptados. Haga clic en uno para rechazarlo o aceptarlo.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken: {kinds}. Click one to refuse or take it.</source>
        <translation>{taken} de {shown} aceptados: {kinds}. Haga clic en uno para rechazarlo o aceptarlo.</translation>
    </message>
</context>
<context>
    <name>TermsNotice</name>
    <message>
        <source>{terms} About (Help menu) says it at any time.</source>
        <translation>{terms} «Acerca de» (menú Ayuda) lo dice en todo momento.</translation>
    </message>
    <message>
        <source>Before the first restoration</source>
        <translation>Antes de la primera restauración</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Lo he leído</translation>
    </message>
</context>
<context>
    <name>ToolSection</name>
    <message>
        <source>Hand</source>
        <translation>Mano</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Varita mágica</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Seguir un arañazo</translation>
    </message>
    <message>
        <source>Suggested damage</source>
        <translation>Daños sugeridos</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Pincel corrector</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Pincel de clonar</translation>
    </message>
    <message>
        <source>Class brush</source>
        <translation>Pincel de clase</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Cuentagotas</translation>
    </message>
    <message>
        <source>Class polygon</source>
        <translation>Polígono de clase</translation>
    </message>
    <message>
        <source>Smart edge</source>
        <translation>Borde inteligente</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>Mover parte</translation>
    </message>
    <message>
        <source>Candidate brush</source>
        <translation>Pincel de variante</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>Puntos del rostro</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Enderezar</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>A short tour shows the three steps of a restoration on a sample portrait. Help has it, too.</source>
        <translation>Una breve visita muestra los tres pasos de una restauración con un retrato de muestra. También está en Ayuda.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Iniciar la visita</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>1 of 3: Paint over the damage</source>
        <translation>1 de 3: Pintar sobre el daño</translation>
    </message>
    <message>
        <source>A crack runs through this portrait. Paint over it with the brush, from edge to edge and a little beyond; what you do not paint over stays as it is, bit for bit. The keyboard comes here, and back, by View &gt; Next panel{keys}.</source>
        <translation>Una grieta cruza este retrato. Pinte sobre ella con el pincel, de borde a borde y un poco más allá; lo que no pinte queda como está, bit a bit. El teclado viene aquí, y vuelve, con Ver &gt; Panel siguiente{keys}.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Paint it for me</source>
        <translation>Pintarlo por mí</translation>
    </message>
    <message>
        <source>The layout says which part of the face each pixel is, also under the damage. Press Predict and look at it.</source>
        <translation>El mapa dice a qué parte del rostro pertenece cada píxel, también bajo el daño. Pulse Predecir y mírelo.</translation>
    </message>
    <message>
        <source>Predict it</source>
        <translation>Predecirlo</translation>
    </message>
    <message>
        <source>Is a part of the face where it does not belong? Choose its class in the legend and paint it right, with the class brush. The restoration follows what you paint.</source>
        <translation>¿Hay una parte del rostro donde no debe? Elija su clase en la leyenda y píntela bien, con el pincel de clase. La restauración sigue lo que usted pinta.</translation>
    </message>
    <message>
        <source>2 of 3: Look at the layout, and correct it</source>
        <translation>2 de 3: Mirar el mapa y corregirlo</translation>
    </message>
    <message>
        <source>3 of 3: Generate and compare</source>
        <translation>3 de 3: Generar y comparar</translation>
    </message>
    <message>
        <source>Generate restores what the mask covers. Other seeds give other versions.</source>
        <translation>Generar restaura lo que cubre la máscara. Otras semillas dan otras variantes.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generar</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Before and after: drag the divider. What was painted over is invented: plausible, but not how it was. The view menu shows which parts are.</source>
        <translation>Antes y después: arrastre el divisor. Lo que se cubrió con pintura está inventado: es plausible, pero no como era. El menú Ver muestra qué partes lo están.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>changes to the mask</source>
        <translation>cambios en la máscara</translation>
    </message>
    <message>
        <source>what was filled by hand</source>
        <translation>lo rellenado a mano</translation>
    </message>
    <message>
        <source>changes to the faces and their layout</source>
        <translation>cambios en los rostros y sus mapas</translation>
    </message>
    <message>
        <source>how the photo is turned and cropped</source>
        <translation>cómo está girada y recortada la foto</translation>
    </message>
    <message>
        <source>the restored photo</source>
        <translation>la foto restaurada</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is kept when the project is saved again after a change.</source>
        <translation>Se conserva una versión cuando el proyecto se guarda de nuevo tras un cambio.</translation>
    </message>
    <message>
        <source>There is no earlier version</source>
        <translation>No hay ninguna versión anterior</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Open an earlier version</source>
        <translation>Abrir una versión anterior</translation>
    </message>
    <message>
        <source>{name} as it was saved before. Opening a version changes no file.</source>
        <translation>{name} tal como se guardó antes. Abrir una versión no cambia ningún archivo.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Saved {date} at {time}, {size}</source>
        <translation>Guardado el {date} a las {time}, {size}</translation>
    </message>
</context>
<context>
    <name>WandPage</name>
    <message>
        <source>Tolerance</source>
        <translation>Tolerancia</translation>
    </message>
    <message>
        <source>How far a colour may be from the clicked one: 1 is hardly seen, 100 is black and white</source>
        <translation>Cuánto puede alejarse un color del elegido: 1 apenas se ve, 100 es de negro a blanco</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Solo contiguos</translation>
    </message>
    <message>
        <source>Only what is connected to the clicked place; else all of that colour in the photo</source>
        <translation>Solo lo conectado con el lugar del clic; si no, todo lo de ese color en la foto</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>Suelte un retrato aquí</translation>
    </message>
    <message>
        <source>PNG, TIFF, JPEG or WebP, 8 or 16 bit, colour or grey</source>
        <translation>PNG, TIFF, JPEG o WebP, 8 o 16 bits, color o gris</translation>
    </message>
    <message>
        <source>Open a portrait...</source>
        <translation>Abrir un retrato...</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The zoom: choose it, or type percent and press Enter</source>
        <translation>El zoom: elíjalo, o escriba el porcentaje y pulse Intro</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{kind}, {x} from the left, {y} from the top; in {seen} of {searched} scans</source>
        <translation>{kind}, a {x} de la izquierda, a {y} de arriba; en {seen} de {searched} escaneos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daño</translation>
    </message>
    <message>
        <source>No damage</source>
        <translation>No es daño</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
</context>
</TS>
