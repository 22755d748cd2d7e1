<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About facerestore</source>
        <translation>À propos de facerestore</translation>
    </message>
    <message>
        <source>Restores damaged portraits on this computer; nothing is sent anywhere.

What the mask covers is invented by a network: plausible, but not what was there. What it does not cover stays as it was, bit for bit.

The program is under the Apache License 2.0. Its networks are not.</source>
        <translation>Restaure des portraits abîmés sur cet ordinateur&#x202f;; rien n’est envoyé nulle part.

Ce que le masque couvre est inventé par un réseau&#x202f;: plausible, mais pas ce qui s’y trouvait. Ce qu’il ne couvre pas reste tel quel, bit pour bit.

Le programme est sous licence Apache 2.0. Ses réseaux ne le sont pas.</translation>
    </message>
    <message>
        <source>Terms of the networks</source>
        <translation>Conditions des réseaux</translation>
    </message>
    <message>
        <source>Learnt from:</source>
        <translation>Appris à partir de&#x202f;:</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{action}: {label}</source>
        <translation>{action}&#x202f;: {label}</translation>
    </message>
    <message>
        <source>&amp;New from a photo...</source>
        <translation>&amp;Nouveau à partir d’une photo...</translation>
    </message>
    <message>
        <source>Begin with a photo as if nobody had worked on it</source>
        <translation>Commencer une photo comme si personne n’y avait travaillé</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Ouvrir...</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ouvrir une photo ou un projet</translation>
    </message>
    <message>
        <source>Open &amp;folder...</source>
        <translation>Ouvrir un &amp;dossier...</translation>
    </message>
    <message>
        <source>Show the photos of a folder as a filmstrip</source>
        <translation>Afficher les photos d’un dossier dans un film fixe</translation>
    </message>
    <message>
        <source>Restore a fol&amp;der...</source>
        <translation>&amp;Restaurer un dossier...</translation>
    </message>
    <message>
        <source>Restore all photos of a folder that have a mask or a project, while you go on working</source>
        <translation>Restaurer toutes les photos d’un dossier qui ont un masque ou un projet, pendant que vous continuez</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir &amp;un élément récent</translation>
    </message>
    <message>
        <source>What was opened last</source>
        <translation>Ce qui a été ouvert en dernier</translation>
    </message>
    <message>
        <source>Open an earlier &amp;version...</source>
        <translation>Ouvrir une version &amp;antérieure...</translation>
    </message>
    <message>
        <source>The project as it was saved before</source>
        <translation>Le projet tel qu’il était enregistré auparavant</translation>
    </message>
    <message>
        <source>Recover &amp;unsaved work...</source>
        <translation>Récupérer un &amp;travail non enregistré...</translation>
    </message>
    <message>
        <source>What an earlier window left behind unsaved, and what was discarded in the last 30 days</source>
        <translation>Ce qu’une fenêtre antérieure a laissé sans l’enregistrer, et ce qui a été écarté ces 30 derniers jours</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save mask, layouts, candidates and result now; it is kept by itself as well</source>
        <translation>Enregistrer maintenant masque, cartes, variantes et résultat&#x202f;; cela se fait aussi tout seul</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>Enregistrer &amp;le projet sous...</translation>
    </message>
    <message>
        <source>Save as another project</source>
        <translation>Enregistrer comme un autre projet</translation>
    </message>
    <message>
        <source>Keep projects &amp;beside photos</source>
        <translation>&amp;Garder les projets à côté des photos</translation>
    </message>
    <message>
        <source>Where the project of a photo is kept by itself: beside the photo, or in the program&apos;s own folder</source>
        <translation>Où le projet d’une photo est gardé de lui-même&#x202f;: à côté de la photo, ou dans le dossier du programme</translation>
    </message>
    <message>
        <source>Save restored p&amp;hoto</source>
        <translation>Enregistrer la &amp;photo restaurée</translation>
    </message>
    <message>
        <source>Save the result where it was saved last</source>
        <translation>Enregistrer le résultat là où il l’a été la dernière fois</translation>
    </message>
    <message>
        <source>Save restored photo as...</source>
        <translation>Enregistrer la photo restaurée &amp;sous...</translation>
    </message>
    <message>
        <source>Save the result as a new file: format, depth, metadata</source>
        <translation>Enregistrer le résultat dans un nouveau fichier&#x202f;: format, profondeur, métadonnées</translation>
    </message>
    <message>
        <source>Save in &amp;layers...</source>
        <translation>Enregistrer en &amp;calques...</translation>
    </message>
    <message>
        <source>Scan, patches, mask and layouts as layers of one file, for Krita, GIMP and others</source>
        <translation>Numérisation, retouches, masque et cartes en calques d’un seul fichier, pour Krita, GIMP et d’autres</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn the photo to the left; the scan&apos;s own pixels stay where they are</source>
        <translation>Tourner la photo à gauche&#x202f;; les pixels de la numérisation restent à leur place</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Turn the photo to the right; the scan&apos;s own pixels stay where they are</source>
        <translation>Tourner la photo à droite&#x202f;; les pixels de la numérisation restent à leur place</translation>
    </message>
    <message>
        <source>&amp;Show the scan as it lies</source>
        <translation>Montrer la numérisation telle quelle</translation>
    </message>
    <message>
        <source>All of the scan, neither turned nor straightened</source>
        <translation>Toute la numérisation, ni tournée ni redressée</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Interrompre</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Arrêter le travail en cours</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Préférences...</translation>
    </message>
    <message>
        <source>Language, theme, how photos are saved, where projects are kept, what of the computer is used</source>
        <translation>Langue, thème, enregistrement des photos, emplacement des projets, ressources de l’ordinateur</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom ava&amp;nt</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>&amp;Zoom arrière</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Ajuster à la &amp;fenêtre</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Afficher toute la photo</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100&#x202f;%</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>Un pixel de la photo sur un pixel de l’écran</translation>
    </message>
    <message>
        <source>Type the &amp;zoom</source>
        <translation>Saisir le zoom</translation>
    </message>
    <message>
        <source>Type a figure for the zoom, in percent</source>
        <translation>Saisir le zoom en pour cent</translation>
    </message>
    <message>
        <source>Rotate view to the right</source>
        <translation>Pivoter la vue à droite</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the right; the photo stays as it is</source>
        <translation>Pivote ce que vous voyez de 15 degrés à droite&#x202f;; la photo reste telle quelle</translation>
    </message>
    <message>
        <source>Rotate view to the left</source>
        <translation>Pivoter la vue à gauche</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the left; the photo stays as it is</source>
        <translation>Pivote ce que vous voyez de 15 degrés à gauche&#x202f;; la photo reste telle quelle</translation>
    </message>
    <message>
        <source>View upright</source>
        <translation>Redresser la vue</translation>
    </message>
    <message>
        <source>Take the rotation of the view back</source>
        <translation>Annuler la rotation de la vue</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the photo as it was opened</source>
        <translation>Afficher la photo telle qu’elle a été ouverte</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Before and after, with a divider to drag</source>
        <translation>Avant et après, avec un séparateur à faire glisser</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>Afficher la photo restaurée</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>Cô&amp;te à côte</translation>
    </message>
    <message>
        <source>Original and result side by side</source>
        <translation>Original et résultat côte à côte</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <source>What changed, four times as strong</source>
        <translation>Ce qui a changé, quatre fois amplifié</translation>
    </message>
    <message>
        <source>Loup&amp;e in the comparison</source>
        <translation>Loupe dans la comparaison</translation>
    </message>
    <message>
        <source>Before and after at the pointer, pixel by pixel, while comparing</source>
        <translation>Avant et après sous le pointeur, pixel par pixel, pendant la comparaison</translation>
    </message>
    <message>
        <source>Loupe at 200%</source>
        <translation>Loupe à 200&#x202f;%</translation>
    </message>
    <message>
        <source>The loupe shows each pixel of the photo on two by two of the screen</source>
        <translation>La loupe montre chaque pixel de la photo sur deux pixels sur deux de l’écran</translation>
    </message>
    <message>
        <source>Show what was in&amp;vented</source>
        <translation>Afficher ce qui &amp;est inventé</translation>
    </message>
    <message>
        <source>Show ca&amp;ndidates</source>
        <translation>Afficher les &amp;variantes</translation>
    </message>
    <message>
        <source>Show the versions of the chosen face below the canvas</source>
        <translation>Afficher les variantes du visage choisi sous le canevas</translation>
    </message>
    <message>
        <source>Show &amp;mask</source>
        <translation>Afficher le &amp;masque</translation>
    </message>
    <message>
        <source>Show the mask over the photo</source>
        <translation>Afficher le masque par-dessus la photo</translation>
    </message>
    <message>
        <source>Mask as a film</source>
        <translation>Masque en voile de couleur</translation>
    </message>
    <message>
        <source>The mask as a film of colour over the photo</source>
        <translation>Le masque comme un voile de couleur sur la photo</translation>
    </message>
    <message>
        <source>Mask as outlines</source>
        <translation>Masque en contours</translation>
    </message>
    <message>
        <source>Only the outlines of the mask, with nothing over the photo</source>
        <translation>Seulement les contours du masque, sans rien sur la photo</translation>
    </message>
    <message>
        <source>Mask in black and white</source>
        <translation>Masque en noir et blanc</translation>
    </message>
    <message>
        <source>The mask alone: white is repaired, grey is protected or left alone, black is not marked</source>
        <translation>Le masque seul&#x202f;: le blanc est réparé, le gris est protégé ou laissé, le noir n’est pas marqué</translation>
    </message>
    <message>
        <source>Show &amp;layout</source>
        <translation>&amp;Afficher la carte</translation>
    </message>
    <message>
        <source>Show the layout over the photo</source>
        <translation>Afficher la carte par-dessus la photo</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>&amp;Photo précédente</translation>
    </message>
    <message>
        <source>The photo before in the filmstrip</source>
        <translation>La photo précédente du film fixe</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>P&amp;hoto suivante</translation>
    </message>
    <message>
        <source>The next photo in the filmstrip</source>
        <translation>La photo suivante du film fixe</translation>
    </message>
    <message>
        <source>Sho&amp;w filmstrip</source>
        <translation>Afficher le film fi&amp;xe</translation>
    </message>
    <message>
        <source>Show the photos of the folder below the canvas</source>
        <translation>Afficher les photos du dossier sous le canevas</translation>
    </message>
    <message>
        <source>Show naviga&amp;tor</source>
        <translation>Afficher le navigateur</translation>
    </message>
    <message>
        <source>Show the whole photo with a frame round the part that is seen</source>
        <translation>Afficher toute la photo, avec un cadre autour de la partie visible</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>Afficher l’historique</translation>
    </message>
    <message>
        <source>Show every step, to go back to one</source>
        <translation>Afficher chaque étape, pour y revenir</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Masquer les panneaux</translation>
    </message>
    <message>
        <source>Put all panels and bars away, and bring them back</source>
        <translation>Ranger tous les panneaux et toutes les barres, et les ramener</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Fill the screen with the window, and give it back</source>
        <translation>Remplir l’écran avec la fenêtre, puis le rendre</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>Panneaux comme au début</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Remettre tous les panneaux à leur place de départ</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>La langue de cette fenêtre</translation>
    </message>
    <message>
        <source>Next p&amp;anel</source>
        <translation>Panneau &amp;suivant</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>Amener le clavier au panneau suivant</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Main</translation>
    </message>
    <message>
        <source>Move the view (hold Space with any tool)</source>
        <translation>Déplacer la vue (maintenir Espace avec tout outil)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>Pi&amp;nceau</translation>
    </message>
    <message>
        <source>Mask brush: paint over what is to be restored</source>
        <translation>Pinceau de masque&#x202f;: peindre sur ce qui est à restaurer</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Gomme</translation>
    </message>
    <message>
        <source>Mask eraser: keep this as it is</source>
        <translation>Gomme de masque&#x202f;: laisser ceci tel quel</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Lasso: draw round the damage by hand; Alt takes away</source>
        <translation>Lasso&#x202f;: entourer les dégâts à main levée&#x202f;; Alt retranche</translation>
    </message>
    <message>
        <source>Pol&amp;ygon</source>
        <translation>&amp;Polygone</translation>
    </message>
    <message>
        <source>Polygon: click corner by corner; Enter closes it, Backspace takes one back</source>
        <translation>Polygone&#x202f;: cliquer sommet par sommet&#x202f;; Entrée le ferme, Retour arrière retire le dernier</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>&amp;Rectangle</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner; Shift makes a square, Alt takes away</source>
        <translation>Rectangle&#x202f;: glisser d’un coin à l’autre&#x202f;; Maj donne un carré, Alt retranche</translation>
    </message>
    <message>
        <source>Ell&amp;ipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away</source>
        <translation>Ellipse&#x202f;: glisser d’un coin à l’autre&#x202f;; Maj donne un cercle, Alt retranche</translation>
    </message>
    <message>
        <source>Magic &amp;wand</source>
        <translation>Baguette magi&amp;que</translation>
    </message>
    <message>
        <source>Magic wand: click what has one colour; Alt takes away</source>
        <translation>Baguette magique&#x202f;: cliquer sur ce qui a une même couleur&#x202f;; Alt retranche</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Suivre une rayure</translation>
    </message>
    <message>
        <source>Trace scratch: click both ends, or one and Enter; it follows the scratch as wide as that is</source>
        <translation>Suivre une rayure&#x202f;: cliquer sur les deux bouts, ou sur un seul puis Entrée&#x202f;; la rayure est suivie dans toute sa largeur</translation>
    </message>
    <message>
        <source>Suggested &amp;damage</source>
        <translation>&amp;Dégâts suggérés</translation>
    </message>
    <message>
        <source>Take or refuse damage that was found</source>
        <translation>Accepter ou refuser les dégâts détectés</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Pinceau correcteur</translation>
    </message>
    <message>
        <source>Heal brush: repairs at once what you paint over, without a network</source>
        <translation>Pinceau correcteur&#x202f;: répare aussitôt ce que vous peignez, sans réseau</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Pinceau de clonage</translation>
    </message>
    <message>
        <source>Clone brush: Alt and a click say from where, then paint</source>
        <translation>Pinceau de clonage&#x202f;: Alt et un clic disent d’où, puis peindre</translation>
    </message>
    <message>
        <source>Class &amp;paint</source>
        <translation>Pinceau de &amp;classe</translation>
    </message>
    <message>
        <source>Class brush: paint into the layout</source>
        <translation>Pinceau de classe&#x202f;: peindre dans la carte</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>Rempli&amp;ssage</translation>
    </message>
    <message>
        <source>Fill a region of the layout with a class</source>
        <translation>Remplir une région de la carte avec une classe</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Prélever la classe sous le pointeur</translation>
    </message>
    <message>
        <source>Cl&amp;ass polygon</source>
        <translation>Pol&amp;ygone de classe</translation>
    </message>
    <message>
        <source>Class polygon: click corner by corner; Enter fills it with the class</source>
        <translation>Polygone de classe&#x202f;: cliquer sommet par sommet&#x202f;; Entrée le remplit avec la classe</translation>
    </message>
    <message>
        <source>&amp;Smart edge</source>
        <translation>Contour &amp;intelligent</translation>
    </message>
    <message>
        <source>Smart edge: draw roughly round a part; it goes to the photo&apos;s edges</source>
        <translation>Contour intelligent&#x202f;: entourer grossièrement une partie&#x202f;; il va aux contours de la photo</translation>
    </message>
    <message>
        <source>Move par&amp;t</source>
        <translation>Déplacer &amp;une partie</translation>
    </message>
    <message>
        <source>Move part: drag, scale or turn an eye, a brow, the mouth</source>
        <translation>Déplacer une partie&#x202f;: glisser, redimensionner ou tourner un œil, un sourcil, la bouche</translation>
    </message>
    <message>
        <source>Candidate br&amp;ush</source>
        <translation>Pinceau de &amp;variante</translation>
    </message>
    <message>
        <source>Candidate brush: take parts from the candidate in hand</source>
        <translation>Pinceau de variante&#x202f;: prendre des parties de la variante en main</translation>
    </message>
    <message>
        <source>Face p&amp;oints</source>
        <translation>P&amp;oints du visage</translation>
    </message>
    <message>
        <source>Drag the five points of the face</source>
        <translation>Déplacer les cinq points du visage</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Crop: drag its handles, or a new one; what is left out stays in the scan</source>
        <translation>Recadrer&#x202f;: tirer les poignées, ou un nouveau cadre&#x202f;; ce qui est exclu reste dans la numérisation</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>Straighten: draw a line along something that should be level or upright</source>
        <translation>Redresser&#x202f;: tracer une ligne le long de ce qui devrait être horizontal ou vertical</translation>
    </message>
    <message>
        <source>&amp;Cursor: press or lift</source>
        <translation>Curseur&#x202f;: &amp;appuyer ou relever</translation>
    </message>
    <message>
        <source>Use the tool by keyboard: show the cursor, press there, lift</source>
        <translation>Utiliser l’outil au clavier&#x202f;: afficher le curseur, appuyer, relever</translation>
    </message>
    <message>
        <source>Cursor: press with Shift</source>
        <translation>Curseur&#x202f;: appuyer avec Ma&amp;j</translation>
    </message>
    <message>
        <source>Press with Shift: a straight stroke from the last one&apos;s end, a square, a circle</source>
        <translation>Appuyer avec Maj&#x202f;: un trait droit depuis la fin du dernier, un carré, un cercle</translation>
    </message>
    <message>
        <source>Cursor: right butto&amp;n</source>
        <translation>Curseur&#x202f;: &amp;bouton droit</translation>
    </message>
    <message>
        <source>Press the right button: take away, erase, paint background</source>
        <translation>Appuyer le bouton droit&#x202f;: retrancher, gommer, peindre le fond</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>Pinceau plus pe&amp;tit</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>Pinceau plus dou&amp;x</translation>
    </message>
    <message>
        <source>The brush&apos;s rim paints only what stands out</source>
        <translation>Le bord du pinceau ne peint que ce qui ressort</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>Pinceau plus dur</translation>
    </message>
    <message>
        <source>More of the brush paints whatever is there</source>
        <translation>Une plus grande part du pinceau peint tout</translation>
    </message>
    <message>
        <source>Swap class and bac&amp;kground</source>
        <translation>Permuter la classe et le &amp;fond</translation>
    </message>
    <message>
        <source>&amp;Find damage</source>
        <translation>&amp;Détecter les dégâts</translation>
    </message>
    <message>
        <source>Find damage: look for scratches, creases, dust and tears</source>
        <translation>Détecter les dégâts&#x202f;: chercher rayures, plis, poussières et déchirures</translation>
    </message>
    <message>
        <source>&amp;Accept all suggestions</source>
        <translation>Accepter &amp;toutes les suggestions</translation>
    </message>
    <message>
        <source>Put all suggestions that are shown and taken into the mask</source>
        <translation>Mettre dans le masque toutes les suggestions affichées et retenues</translation>
    </message>
    <message>
        <source>&amp;Reject all suggestions</source>
        <translation>&amp;Rejeter toutes les suggestions</translation>
    </message>
    <message>
        <source>&amp;Next class of damage</source>
        <translation>Classe de dé&amp;gâts suivante</translation>
    </message>
    <message>
        <source>Paint as the next class of damage</source>
        <translation>Peindre avec la classe de dégâts suivante</translation>
    </message>
    <message>
        <source>Change c&amp;lass...</source>
        <translation>&amp;Modifier la classe...</translation>
    </message>
    <message>
        <source>Name, colour and treatment of the class in hand</source>
        <translation>Nom, couleur et traitement de la classe en main</translation>
    </message>
    <message>
        <source>Add a class...</source>
        <translation>&amp;Ajouter une classe...</translation>
    </message>
    <message>
        <source>A class of damage of your own</source>
        <translation>Une classe de dégâts à vous</translation>
    </message>
    <message>
        <source>Remo&amp;ve class</source>
        <translation>&amp;Supprimer la classe</translation>
    </message>
    <message>
        <source>The class in hand goes; what was painted in it is marked no more</source>
        <translation>La classe en main disparaît&#x202f;; ce qui était peint avec elle n’est plus marqué</translation>
    </message>
    <message>
        <source>&amp;Clear mask</source>
        <translation>E&amp;ffacer le masque</translation>
    </message>
    <message>
        <source>Clear the mask, protected places too</source>
        <translation>Effacer le masque, y compris les endroits protégés</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>&amp;Inverser le masque</translation>
    </message>
    <message>
        <source>Restore what is kept and keep what is restored</source>
        <translation>Restaurer ce qui est gardé et garder ce qui est restauré</translation>
    </message>
    <message>
        <source>&amp;Grow mask</source>
        <translation>Dilater le mas&amp;que</translation>
    </message>
    <message>
        <source>Grow the mask</source>
        <translation>Dilater le masque</translation>
    </message>
    <message>
        <source>&amp;Shrink mask</source>
        <translation>&amp;Contracter le masque</translation>
    </message>
    <message>
        <source>Shrink the mask</source>
        <translation>Contracter le masque</translation>
    </message>
    <message>
        <source>S&amp;mooth mask</source>
        <translation>&amp;Lisser le masque</translation>
    </message>
    <message>
        <source>Smooth the mask&apos;s outline; thin scratches stay</source>
        <translation>Lisser le contour du masque&#x202f;; les rayures fines restent</translation>
    </message>
    <message>
        <source>Remove spec&amp;ks</source>
        <translation>Supprimer les &amp;points isolés</translation>
    </message>
    <message>
        <source>Remove small specks from the mask</source>
        <translation>Supprimer du masque les petits points isolés</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>&amp;Boucher les trous</translation>
    </message>
    <message>
        <source>Fill the mask&apos;s holes</source>
        <translation>Boucher les trous du masque</translation>
    </message>
    <message>
        <source>Im&amp;port mask...</source>
        <translation>Importer &amp;un masque...</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is restored</source>
        <translation>Lire le masque dans une image&#x202f;: le blanc est restauré</translation>
    </message>
    <message>
        <source>&amp;Export mask...</source>
        <translation>&amp;Exporter le masque...</translation>
    </message>
    <message>
        <source>Write the mask as a PNG, classes as greys: light is restored</source>
        <translation>Écrire le masque en PNG, les classes en gris&#x202f;: le clair est restauré</translation>
    </message>
    <message>
        <source>&amp;Find faces</source>
        <translation>&amp;Rechercher les visages</translation>
    </message>
    <message>
        <source>Look for faces again</source>
        <translation>Rechercher les visages à nouveau</translation>
    </message>
    <message>
        <source>&amp;Add a face</source>
        <translation>&amp;Ajouter un visage</translation>
    </message>
    <message>
        <source>Add a face: click its five points, or draw a box round it</source>
        <translation>Ajouter un visage&#x202f;: cliquer ses cinq points, ou tracer un cadre autour</translation>
    </message>
    <message>
        <source>&amp;Skip face</source>
        <translation>&amp;Ignorer le visage</translation>
    </message>
    <message>
        <source>Leave the chosen face as it is</source>
        <translation>Laisser le visage choisi tel quel</translation>
    </message>
    <message>
        <source>Face further &amp;up</source>
        <translation>&amp;Monter le visage</translation>
    </message>
    <message>
        <source>Move the chosen face up in the list</source>
        <translation>Faire monter le visage choisi dans la liste</translation>
    </message>
    <message>
        <source>Face further &amp;down</source>
        <translation>&amp;Descendre le visage</translation>
    </message>
    <message>
        <source>Move the chosen face down in the list</source>
        <translation>Faire descendre le visage choisi dans la liste</translation>
    </message>
    <message>
        <source>&amp;Remove face</source>
        <translation>&amp;Supprimer le visage</translation>
    </message>
    <message>
        <source>Remove the chosen face</source>
        <translation>Supprimer le visage choisi</translation>
    </message>
    <message>
        <source>Add &amp;photographs of the person...</source>
        <translation>Ajouter des photographies de &amp;la personne...</translation>
    </message>
    <message>
        <source>Let the chosen face borrow what is hidden from other photographs of the same person</source>
        <translation>Laisser le visage choisi emprunter ce qui est caché à d’autres photographies de la même personne</translation>
    </message>
    <message>
        <source>&amp;Look for the person in a folder...</source>
        <translation>Rechercher la &amp;personne dans un dossier...</translation>
    </message>
    <message>
        <source>Find photographs in a folder that probably show the person of the chosen face</source>
        <translation>Trouver dans un dossier les photographies qui montrent probablement la personne du visage choisi</translation>
    </message>
    <message>
        <source>&amp;Predict layout</source>
        <translation>&amp;Prédire la carte</translation>
    </message>
    <message>
        <source>Predict what each part of the face is</source>
        <translation>Prédire ce qu’est chaque partie du visage</translation>
    </message>
    <message>
        <source>&amp;Reset to the prediction</source>
        <translation>&amp;Revenir à la prédiction</translation>
    </message>
    <message>
        <source>Undo all painting in the layout</source>
        <translation>Annuler toute la peinture dans la carte</translation>
    </message>
    <message>
        <source>Reset this &amp;class to the prediction</source>
        <translation>Ra&amp;mener cette classe à la prédiction</translation>
    </message>
    <message>
        <source>Reset the class in hand to the prediction</source>
        <translation>Ramener la classe en main à la prédiction</translation>
    </message>
    <message>
        <source>Mirror class to the ri&amp;ght half</source>
        <translation>Refléter la classe &amp;vers la moitié droite</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the left half of the picture to the right</source>
        <translation>Refléter la classe en main de la moitié gauche de l’image vers la droite</translation>
    </message>
    <message>
        <source>Mirror class to the le&amp;ft half</source>
        <translation>Refléter la classe vers la moitié &amp;gauche</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the right half of the picture to the left</source>
        <translation>Refléter la classe en main de la moitié droite de l’image vers la gauche</translation>
    </message>
    <message>
        <source>Make the part larg&amp;er</source>
        <translation>&amp;Agrandir la partie</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% larger</source>
        <translation>Agrandir de 5&#x202f;% la partie choisie, ou celle de la classe en main</translation>
    </message>
    <message>
        <source>Make the part s&amp;maller</source>
        <translation>Réduire &amp;la partie</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% smaller</source>
        <translation>Réduire de 5&#x202f;% la partie choisie, ou celle de la classe en main</translation>
    </message>
    <message>
        <source>Show &amp;alternatives</source>
        <translation>A&amp;fficher les alternatives</translation>
    </message>
    <message>
        <source>Show other layouts that the damage allows</source>
        <translation>Afficher d’autres cartes que les dégâts permettent</translation>
    </message>
    <message>
        <source>&amp;Next alternative</source>
        <translation>Alternative &amp;suivante</translation>
    </message>
    <message>
        <source>Work on with the next alternative</source>
        <translation>Continuer avec l’alternative suivante</translation>
    </message>
    <message>
        <source>Pre&amp;vious alternative</source>
        <translation>Alter&amp;native précédente</translation>
    </message>
    <message>
        <source>Work on with the alternative before</source>
        <translation>Continuer avec l’alternative précédente</translation>
    </message>
    <message>
        <source>Show &amp;uncertainty</source>
        <translation>Afficher l’&amp;incertitude</translation>
    </message>
    <message>
        <source>Show where the prediction is unsure; what you edit counts as sure</source>
        <translation>Montrer où la prédiction est incertaine&#x202f;; ce que vous modifiez compte comme sûr</translation>
    </message>
    <message>
        <source>L&amp;ive preview</source>
        <translation>Aperçu en &amp;direct</translation>
    </message>
    <message>
        <source>Live preview: paint the texture anew around every edit</source>
        <translation>Aperçu en direct&#x202f;: repeindre la texture autour de chaque modification</translation>
    </message>
    <message>
        <source>&amp;Load layout...</source>
        <translation>&amp;Charger une carte...</translation>
    </message>
    <message>
        <source>Read the layout from a PNG</source>
        <translation>Lire la carte dans un PNG</translation>
    </message>
    <message>
        <source>&amp;Save layout...</source>
        <translation>&amp;Enregistrer la carte...</translation>
    </message>
    <message>
        <source>Write the layout as an indexed PNG</source>
        <translation>Écrire la carte en PNG indexé</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Générer</translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation>Restaurer ce que le masque couvre</translation>
    </message>
    <message>
        <source>Make &amp;more candidates</source>
        <translation>&amp;Créer d’autres variantes</translation>
    </message>
    <message>
        <source>Make more versions of the chosen face, one after the other</source>
        <translation>Créer d’autres variantes du visage choisi, l’une après l’autre</translation>
    </message>
    <message>
        <source>&amp;Use candidate</source>
        <translation>&amp;Utiliser la variante</translation>
    </message>
    <message>
        <source>Use the candidate in hand for the chosen part of the face</source>
        <translation>Utiliser la variante en main pour la partie choisie du visage</translation>
    </message>
    <message>
        <source>&amp;Next candidate</source>
        <translation>&amp;Variante suivante</translation>
    </message>
    <message>
        <source>Look at the next candidate</source>
        <translation>Regarder la variante suivante</translation>
    </message>
    <message>
        <source>Look at the candidate before</source>
        <translation>Regarder la variante précédente</translation>
    </message>
    <message>
        <source>&amp;Flip between two candidates</source>
        <translation>&amp;Alterner entre deux variantes</translation>
    </message>
    <message>
        <source>Look at the other one of the two candidates that were looked at last</source>
        <translation>Regarder l’autre des deux dernières variantes regardées</translation>
    </message>
    <message>
        <source>&amp;Candidates side by side</source>
        <translation>Variantes côte à côte (&amp;T)</translation>
    </message>
    <message>
        <source>All candidates of the chosen face at once, each as large as it can be</source>
        <translation>Toutes les variantes du visage choisi à la fois, aussi grandes que possible</translation>
    </message>
    <message>
        <source>&amp;Previous candidate</source>
        <translation>Variante &amp;précédente</translation>
    </message>
    <message>
        <source>Colour what the network invented (orange), what mirror image (blue) and references lent, mixed by their shares, what was filled from its surroundings (yellow), and by hand (red)</source>
        <translation>Colorer ce que le réseau a inventé (orange), ce que l’image miroir (bleu) et les références ont prêté, mélangé selon leurs parts, ce qui a été rempli d’après l’entourage (jaune) et à la main (rouge)</translation>
    </message>
    <message>
        <source>Put away all that was found; undo brings it back</source>
        <translation>Écarter tout ce qui a été détecté ; l’annulation le ramène</translation>
    </message>
    <message>
        <source>&amp;Redo this face</source>
        <translation>&amp;Refaire ce visage</translation>
    </message>
    <message>
        <source>Make another version of the chosen face alone</source>
        <translation>Créer une autre variante du seul visage choisi</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>How everything is done, with pictures, and what the networks cannot do</source>
        <translation>Comment tout se fait, en images, et ce que les réseaux ne peuvent pas</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visite guidée</translation>
    </message>
    <message>
        <source>Three steps on a sample portrait: paint, look at the layout, generate</source>
        <translation>Trois étapes sur un portrait d’exemple&#x202f;: peindre, regarder la carte, générer</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>&amp;Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Where the program writes what went wrong</source>
        <translation>Où le programme note ce qui s’est mal passé</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>Vérifier cette &amp;installation</translation>
    </message>
    <message>
        <source>Whether networks, memory, folders and file types are as they should be, and what to do if not</source>
        <translation>Si les réseaux, la mémoire, les dossiers et les types de fichiers sont en ordre, et que faire sinon</translation>
    </message>
    <message>
        <source>Crash &amp;reports</source>
        <translation>Rapports de p&amp;lantage</translation>
    </message>
    <message>
        <source>What was written down when the program failed; it is sent to nobody</source>
        <translation>Ce qui a été noté quand le programme a échoué&#x202f;; rien n’est envoyé à personne</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternatives</translation>
    </message>
    <message>
        <source>Alternative {number}</source>
        <translation>Alternative {number}</translation>
    </message>
    <message>
        <source>Another layout that the damage allows; click to work on with it</source>
        <translation>Une autre carte que les dégâts permettent&#x202f;; cliquer pour continuer avec elle</translation>
    </message>
    <message>
        <source>The best guess; click to work on with it</source>
        <translation>La meilleure hypothèse&#x202f;; cliquer pour continuer avec elle</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Main bar</source>
        <translation>Barre principale</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>Autres outils</translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message numerus="yes">
        <source>%n places.</source>
        <translation>
            <numerusform>%n endroit.</numerusform>
            <numerusform>%n endroits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Reason, notes</source>
        <translation>Motif, remarques</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waits for its mask</source>
        <translation>Attend son masque</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Recherche de dégâts</translation>
    </message>
    <message>
        <source>Mask made</source>
        <translation>Masque créé</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>En restauration</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurée</translation>
    </message>
    <message>
        <source>Done before</source>
        <translation>Déjà faite</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mise de côté</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Avec réserve</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetée</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Photos du lot</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Restore a folder</source>
        <translation>Restaurer un dossier</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>P&amp;hotos</translation>
    </message>
    <message>
        <source>The folder of the photos to restore</source>
        <translation>Le dossier des photos à restaurer</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Résultats</translation>
    </message>
    <message>
        <source>Where results, records and the report go</source>
        <translation>Où vont les résultats, les fiches et le rapport</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>&amp;Masques</translation>
    </message>
    <message>
        <source>A folder of masks by the photos&apos; names; empty: &lt;photo&gt;_mask beside each</source>
        <translation>Un dossier de masques portant les noms des photos&#x202f;; vide&#x202f;: &lt;photo&gt;_mask à côté de chacune</translation>
    </message>
    <message>
        <source>Names of the results</source>
        <translation>Noms des résultats</translation>
    </message>
    <message>
        <source>{stem}: the photo&apos;s name, {number}: counted, {date}: today, {restorer}: the way to restore. The ending is added. A result that is there keeps its name.</source>
        <translation>{stem}&#x202f;: le nom de la photo, {number}&#x202f;: un numéro, {date}&#x202f;: aujourd’hui, {restorer}&#x202f;: la méthode de restauration. L’extension est ajoutée. Un résultat existant garde son nom.</translation>
    </message>
    <message>
        <source>Folders &amp;below too</source>
        <translation>&amp;Sous-dossiers aussi</translation>
    </message>
    <message>
        <source>Use pro&amp;jects of the photos</source>
        <translation>Utiliser les pro&amp;jets des photos</translation>
    </message>
    <message>
        <source>With their mask, layouts, references and choices, as you saved them: beside the photo, or in the program&apos;s own folder where the photo&apos;s may not be written</source>
        <translation>Avec leur masque, leurs tracés, leurs références et vos choix, tels que vous les avez enregistrés : à côté de la photo, ou dans le dossier du programme là où celui de la photo n’est pas accessible en écriture</translation>
    </message>
    <message>
        <source>&amp;Overwrite all earlier results</source>
        <translation>Écraser &amp;tous les résultats antérieurs</translation>
    </message>
    <message>
        <source>Without it only what is new or changed is restored</source>
        <translation>Sinon, seul ce qui est nouveau ou modifié est restauré</translation>
    </message>
    <message>
        <source>Try a&amp;gain what failed</source>
        <translation>Réessa&amp;yer ce qui a échoué</translation>
    </message>
    <message>
        <source>Go on watc&amp;hing the folder</source>
        <translation>Continuer à sur&amp;veiller le dossier</translation>
    </message>
    <message>
        <source>When all is done, photos and masks that arrive are restored too, and again when they change, until you stop it</source>
        <translation>Quand tout est fait, les photos et masques qui arrivent sont aussi restaurés, et de nouveau s’ils changent, jusqu’à l’arrêt</translation>
    </message>
    <message>
        <source>Photos without a mask</source>
        <translation>Photos sans masque</translation>
    </message>
    <message>
        <source>What is found is a guess: make the masks first and look at them, or review every result</source>
        <translation>Ce qui est détecté est une supposition&#x202f;: créez d’abord les masques et regardez-les, ou examinez chaque résultat</translation>
    </message>
    <message>
        <source>Leave photos without a mask</source>
        <translation>Laisser les photos sans masque</translation>
    </message>
    <message>
        <source>Find damage: only what is certain</source>
        <translation>Détecter les dégâts&#x202f;: seulement les sûrs</translation>
    </message>
    <message>
        <source>Find damage: usual caution</source>
        <translation>Détecter les dégâts&#x202f;: prudence habituelle</translation>
    </message>
    <message>
        <source>Find damage: all</source>
        <translation>Détecter les dégâts&#x202f;: tous</translation>
    </message>
    <message>
        <source>Ma&amp;ke masks</source>
        <translation>Créer les mas&amp;ques</translation>
    </message>
    <message>
        <source>Writes a mask of what looks damaged for each photo without one, to be looked at first</source>
        <translation>Écrit, pour chaque photo sans masque, un masque de ce qui paraît abîmé, à regarder d’abord</translation>
    </message>
    <message>
        <source>The same damage at one place of many scans: say once whether it is any</source>
        <translation>Les mêmes dégâts au même endroit de nombreuses numérisations&#x202f;: dites une fois si c’en est</translation>
    </message>
    <message>
        <source>Enter or a double click opens the photo in the editor</source>
        <translation>Entrée ou un double-clic ouvre la photo dans l’éditeur</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Examinateur</translation>
    </message>
    <message>
        <source>Who gives the verdicts: it stands in the record of each result</source>
        <translation>Qui rend les verdicts&#x202f;: son nom figure dans la fiche de chaque résultat</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Avec réserve</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>&amp;List photos</source>
        <translation>&amp;Lister les photos</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Sho&amp;w report</source>
        <translation>A&amp;fficher le rapport</translation>
    </message>
    <message>
        <source>Key in the table: {key}</source>
        <translation>Touche dans le tableau&#x202f;: {key}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Noms</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>&amp;Examinateur</translation>
    </message>
    <message>
        <source>&amp;Decide on repeated places ({count})</source>
        <translation>Décider des endr&amp;oits répétés ({count})</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>List the photos to see what would be done, or start.</source>
        <translation>Listez les photos pour voir ce qui serait fait, ou démarrez.</translation>
    </message>
    <message>
        <source>Choose the folder of the photos, and where the results go.</source>
        <translation>Choisissez le dossier des photos et celui où vont les résultats.</translation>
    </message>
    <message>
        <source>Looking through the folder ...</source>
        <translation>Parcours du dossier ...</translation>
    </message>
    <message>
        <source>Stopping after the photos that are under way ...</source>
        <translation>Arrêt après les photos en cours ...</translation>
    </message>
    <message>
        <source>Stopping after the present step ...</source>
        <translation>Arrêt après l’étape en cours ...</translation>
    </message>
    <message>
        <source>Paused; what arrives waits. {counts}</source>
        <translation>En pause&#x202f;; ce qui arrive attend. {counts}</translation>
    </message>
    <message>
        <source>Watching. {counts}</source>
        <translation>Surveillance. {counts}</translation>
    </message>
    <message>
        <source>Paused. {done} of {count} done.</source>
        <translation>En pause. {done} sur {count} terminées.</translation>
    </message>
    <message>
        <source>Putting the answers into the masks ...</source>
        <translation>Report des réponses dans les masques ...</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project; damage is looked for in {found}.</source>
        <translation>{waiting} photos sur {count} ont un masque ou un projet&#x202f;; des dégâts sont recherchés dans {found}.</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project.</source>
        <translation>{waiting} photos sur {count} ont un masque ou un projet.</translation>
    </message>
    <message>
        <source>{restored} restored, {failed} failed, {skipped} skipped, {waiting} not begun.</source>
        <translation>Restaurées : {restored}, échecs : {failed}, ignorées : {skipped}, pas commencées : {waiting}.</translation>
    </message>
    <message>
        <source>Looking for damage: {done} of {count} photos.</source>
        <translation>Recherche de dégâts&#x202f;: {done} photos sur {count}.</translation>
    </message>
    <message>
        <source>{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting.</source>
        <translation>Arrivées&#x202f;: {arrived}. Restaurées&#x202f;: {restored}, échecs&#x202f;: {failed}, en cours&#x202f;: {under_way}, en attente&#x202f;: {rest}.</translation>
    </message>
    <message>
        <source>{done} of {count} done.</source>
        <translation>{done} sur {count} terminées.</translation>
    </message>
    <message>
        <source>About {n} s left.</source>
        <translation>Encore {n}&#xa0;s environ.</translation>
    </message>
    <message>
        <source>About {n} min left.</source>
        <translation>Encore {n}&#xa0;min environ.</translation>
    </message>
    <message>
        <source>About {n} h left.</source>
        <translation>Encore {n}&#xa0;h environ.</translation>
    </message>
</context>
<context>
    <name>BrushPage</name>
    <message>
        <source>Soft</source>
        <translation>Douce</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Ferme</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the photo; Ctrl and the wheel change it too</source>
        <translation>Diamètre du pinceau en pixels de la photo&#x202f;; Ctrl et la molette le changent aussi</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Taille du pinceau en pixels</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>How much of the brush paints whatever is there; its rim paints only what stands out from the photo</source>
        <translation>La part du pinceau qui peint tout&#x202f;; son bord ne peint que ce qui ressort de la photo</translation>
    </message>
    <message>
        <source>How much of the brush copies in full; its rim fades into the photo</source>
        <translation>Quelle part du pinceau copie entièrement&#x202f;; son bord se fond dans la photo</translation>
    </message>
    <message>
        <source>Pen pressure sets the size</source>
        <translation>La pression du stylet règle la taille</translation>
    </message>
    <message>
        <source>A pen that presses less paints a thinner line</source>
        <translation>Un stylet moins appuyé peint un trait plus fin</translation>
    </message>
    <message>
        <source>How pressure becomes size</source>
        <translation>Comment la pression devient la taille</translation>
    </message>
    <message>
        <source>Soft: a light touch paints broadly. Firm: only a strong one does. Linear: in between</source>
        <translation>Douce&#x202f;: un léger appui peint large. Ferme&#x202f;: il faut appuyer fort. Linéaire&#x202f;: entre les deux</translation>
    </message>
    <message>
        <source>Source goes along</source>
        <translation>La source suit</translation>
    </message>
    <message>
        <source>The place to copy from keeps its distance to the brush; else each stroke begins there anew</source>
        <translation>L’endroit copié garde sa distance au pinceau&#x202f;; sinon chaque trait y recommence</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>Candidates side by side</source>
        <translation>Variantes côte à côte</translation>
    </message>
    <message>
        <source>Arrow keys and numbers take a candidate in hand, Enter uses it, Esc goes back to the photo.</source>
        <translation>Les flèches et les chiffres prennent une variante en main, Entrée l’utilise, Échap revient à la photo.</translation>
    </message>
    <message>
        <source>seed {seed}, in use</source>
        <translation>graine {seed}, utilisée</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
</context>
<context>
    <name>CandidateSelection</name>
    <message>
        <source>Use candidate {seed}</source>
        <translation>Utiliser la variante {seed}</translation>
    </message>
    <message>
        <source>Use candidate {seed}: {part}</source>
        <translation>Utiliser la variante {seed}&#x202f;: {part}</translation>
    </message>
    <message>
        <source>Brush candidate {seed}</source>
        <translation>Peindre la variante {seed}</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
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
        <translation>Les variantes du visage choisi apparaissent ici quand il est restauré.</translation>
    </message>
    <message>
        <source>How many more candidates</source>
        <translation>Nombre d’autres variantes</translation>
    </message>
    <message>
        <source>How many more candidates are made, one after the other</source>
        <translation>Combien d’autres variantes sont créées, l’une après l’autre</translation>
    </message>
    <message>
        <source>Point at a version of the chosen face to see it in the photo; Enter uses one</source>
        <translation>Pointer une version du visage choisi pour la voir dans la photo&#x202f;; Entrée l’utilise</translation>
    </message>
    <message>
        <source>How much of the restoration is used for this part; at 0% it keeps the photo&apos;s own pixels</source>
        <translation>Quelle part de la restauration est utilisée pour cette partie&#x202f;; à 0&#x202f;% elle garde les pixels de la photo</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>How strong the fine detail is that a painted face borrows from visible skin and hair of the same photo, where the photo is finer than the networks paint; at 0% it has grain only</source>
        <translation>Force du détail fin qu’un visage peint emprunte à la peau et aux cheveux visibles de la même photo, là où la photo est plus fine que ce que les réseaux peignent&#x202f;; à 0&#x202f;% il n’a que du grain</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Results of this photo: Enter or a double click returns to one</source>
        <translation>Résultats de cette photo&#x202f;: Entrée ou un double-clic revient à l’un d’eux</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>Résultats jusqu’ici</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Alterner</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}</source>
        <translation>Variante {number}, graine {seed}</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}, in use</source>
        <translation>Variante {number}, graine {seed}, utilisée</translation>
    </message>
    <message>
        <source>Make more</source>
        <translation>En créer</translation>
    </message>
    <message>
        <source>{distance} away from the candidate in use</source>
        <translation>à {distance} de la variante utilisée</translation>
    </message>
    <message>
        <source>Result {number}, seed {seed}</source>
        <translation>Résultat {number}, graine {seed}</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Canevas</translation>
    </message>
    <message>
        <source>The photo with its mask and layout. Arrow keys move the view, or the cursor of the tools.</source>
        <translation>La photo avec son masque et sa carte. Les flèches déplacent la vue, ou le curseur des outils.</translation>
    </message>
</context>
<context>
    <name>CloneTool</name>
    <message>
        <source>Hold Alt and click there, or use the right button. Then paint.</source>
        <translation>Cliquez-y en maintenant Alt, ou avec le bouton droit. Peignez ensuite.</translation>
    </message>
    <message>
        <source>Choose first where to copy from</source>
        <translation>Choisissez d’abord d’où copier</translation>
    </message>
    <message>
        <source>What lies there is still to be repaired, or beyond the photo; or what is under the brush is protected.</source>
        <translation>Ce qui s’y trouve reste à réparer ou est hors de la photo&#x202f;; ou ce qui est sous le pinceau est protégé.</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Rien n’a été copié</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>End the tour</source>
        <translation>Terminer la visite</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Faites-le pour moi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Original beside the result</source>
        <translation>Original à côté du résultat</translation>
    </message>
    <message>
        <source>The original; the result is beside it</source>
        <translation>L’original&#x202f;; le résultat est à côté</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>A report of it was written. It is sent to nobody; you may look at it, and send it.</source>
        <translation>Un rapport en a été écrit. Il n’est envoyé à personne&#x202f;; vous pouvez le regarder, et l’envoyer.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly before</source>
        <translation>Le programme s’est arrêté de façon inattendue</translation>
    </message>
    <message>
        <source>Your work is still here; save it. The log has the details (Help menu). {error}</source>
        <translation>Votre travail est encore là&#x202f;; enregistrez-le. Le journal a les détails (menu Aide). {error}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Un imprévu s’est produit</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Afficher le rapport</translation>
    </message>
</context>
<context>
    <name>CrashReportsDialog</name>
    <message>
        <source>Crash reports</source>
        <translation>Rapports de plantage</translation>
    </message>
    <message>
        <source>This is all that a report holds: no picture, and nothing by which you or your files are called. It is sent to nobody; you may copy it into a message, or save it and send it.</source>
        <translation>C’est tout ce que contient un rapport&#x202f;: aucune image, et aucun nom, ni le vôtre ni ceux de vos fichiers. Il n’est envoyé à personne&#x202f;; vous pouvez le copier dans un message, ou l’enregistrer et l’envoyer.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Texte du rapport</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Enregistrer...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No report is kept.</source>
        <translation>Aucun rapport n’est conservé.</translation>
    </message>
    <message>
        <source>This report cannot be read.</source>
        <translation>Ce rapport ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>The report cannot be saved there ({reason}).</source>
        <translation>Le rapport ne peut pas être enregistré à cet endroit ({reason}).</translation>
    </message>
</context>
<context>
    <name>DamageClassDialog</name>
    <message>
        <source>Add a class of damage</source>
        <translation>Ajouter une classe de dégâts</translation>
    </message>
    <message>
        <source>Change a class of damage</source>
        <translation>Modifier une classe de dégâts</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Treatment</source>
        <translation>&amp;Traitement</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>Another class has this name.</source>
        <translation>Une autre classe porte ce nom.</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>Couleur de la classe</translation>
    </message>
</context>
<context>
    <name>DamageClassEdits</name>
    <message>
        <source>Change treatment</source>
        <translation>Modifier le traitement</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>Modifier la classe</translation>
    </message>
    <message>
        <source>Remove one that is not needed first.</source>
        <translation>Supprimez d’abord une classe dont vous n’avez pas besoin.</translation>
    </message>
    <message>
        <source>The mask has no room for another class</source>
        <translation>Le masque n’a pas de place pour une autre classe</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Nouvelle classe</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>Ajouter une classe</translation>
    </message>
    <message>
        <source>It is what the white of a plain mask means. Give it another treatment instead.</source>
        <translation>C’est ce que signifie le blanc d’un masque simple. Donnez-lui plutôt un autre traitement.</translation>
    </message>
    <message>
        <source>Plain damage stays</source>
        <translation>Le dégât ordinaire reste</translation>
    </message>
    <message>
        <source>What was painted as {name} is marked no more. Undo brings it back.</source>
        <translation>Ce qui était peint comme {name} n’est plus marqué. Annuler le ramène.</translation>
    </message>
    <message>
        <source>Class removed</source>
        <translation>Classe supprimée</translation>
    </message>
</context>
<context>
    <name>DamageClasses</name>
    <message>
        <source>kept</source>
        <translation>gardé</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Stays as it is for now; tools may paint over it.</source>
        <translation>Reste tel quel pour le moment&#x202f;; les outils peuvent peindre dessus.</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protégé</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Protéger</translation>
    </message>
    <message>
        <source>Stays as it is, bit for bit, whatever is done; tools leave it alone.</source>
        <translation>Reste tel quel, au bit près, quoi qu’on fasse&#x202f;; les outils n’y touchent pas.</translation>
    </message>
    <message>
        <source>filled without a network</source>
        <translation>rempli sans réseau</translation>
    </message>
    <message>
        <source>Fill without a network</source>
        <translation>Remplir sans réseau</translation>
    </message>
    <message>
        <source>Continued from its surroundings, inside a face too; no network invents anything.</source>
        <translation>Prolongé d’après son entourage, dans un visage aussi&#x202f;; aucun réseau n’invente rien.</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauré</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Painted by the networks inside a face, continued from its surroundings elsewhere.</source>
        <translation>Peint par les réseaux dans un visage, prolongé d’après l’entourage ailleurs.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Original, do not repair</source>
        <translation>Original, ne pas réparer</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Poussière</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Rayure</translation>
    </message>
    <message>
        <source>Crease</source>
        <translation>Pli</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Tache</translation>
    </message>
    <message>
        <source>Torn or missing</source>
        <translation>Déchirure ou lacune</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Dégât</translation>
    </message>
</context>
<context>
    <name>DamageSearch</name>
    <message>
        <source>Places that are suggested and not in the mask yet: {count}.</source>
        <translation>Endroits suggérés qui ne sont pas encore dans le masque&#x202f;: {count}.</translation>
    </message>
    <message>
        <source>Accept them and go on</source>
        <translation>Les accepter et continuer</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Continuer sans eux</translation>
    </message>
    <message>
        <source>There are suggestions</source>
        <translation>Il y a des suggestions</translation>
    </message>
    <message>
        <source>Nothing stands out as scratch, crease, dust, stain or tear.</source>
        <translation>Rien ne ressort comme rayure, pli, poussière, tache ou déchirure.</translation>
    </message>
    <message>
        <source>No damage was found</source>
        <translation>Aucun dégât détecté</translation>
    </message>
    <message>
        <source>A network is missing</source>
        <translation>Il manque un réseau</translation>
    </message>
    <message>
        <source>The infrared channel of this scan</source>
        <translation>Le canal infrarouge de cette numérisation</translation>
    </message>
    <message>
        <source>It was used to find damage. What it shows is the surest of the suggestions.</source>
        <translation>Il a servi à détecter les dégâts. Ce qu’il montre est la plus sûre des suggestions.</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Stacked panels</source>
        <translation>Panneaux empilés</translation>
    </message>
</context>
<context>
    <name>DocumentEdits</name>
    <message>
        <source>Add face</source>
        <translation>Ajouter un visage</translation>
    </message>
    <message>
        <source>Skip face</source>
        <translation>Ignorer le visage</translation>
    </message>
    <message>
        <source>Restore face</source>
        <translation>Restaurer le visage</translation>
    </message>
    <message>
        <source>Reorder faces</source>
        <translation>Réordonner les visages</translation>
    </message>
    <message>
        <source>Move face</source>
        <translation>Déplacer le visage</translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation>Supprimer le visage</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Déplacer&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>Peindre&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Fill with {name}</source>
        <translation>Remplir&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Predict layout</source>
        <translation>Prédire la carte</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Load layout</source>
        <translation>Charger une carte</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Rétablir la carte</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Coup de pinceau</translation>
    </message>
    <message>
        <source>Eraser stroke</source>
        <translation>Coup de gomme</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Ajouter une référence</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Supprimer la référence</translation>
    </message>
    <message>
        <source>Parts lent by {file}</source>
        <translation>Parties prêtées par {file}</translation>
    </message>
    <message>
        <source>Mask of {file}</source>
        <translation>Masque de {file}</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Show the scan as it lies</source>
        <translation>Montrer la numérisation telle quelle</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Cloner</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>DropAreas</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Look for this person in the folder</source>
        <translation>Rechercher cette personne dans le dossier</translation>
    </message>
    <message>
        <source>Another photograph of this person</source>
        <translation>Une autre photographie de cette personne</translation>
    </message>
    <message>
        <source>Further photographs of this person</source>
        <translation>D’autres photographies de cette personne</translation>
    </message>
</context>
<context>
    <name>EndNotice</name>
    <message>
        <source>It did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A JPEG is at most {side} pixels wide and high.</source>
        <translation>Un JPEG a au plus {side} pixels de large et de haut.</translation>
    </message>
    <message>
        <source>A Ray cluster gives out no device {name}.</source>
        <translation>Un cluster Ray n’attribue pas de périphérique {name}.</translation>
    </message>
    <message>
        <source>A WebP is at most {side} pixels wide and high.</source>
        <translation>Un WebP a au plus {side} pixels de large et de haut.</translation>
    </message>
    <message>
        <source>A batch cannot be driven through {address}.</source>
        <translation>Un lot ne peut pas être piloté par {address}.</translation>
    </message>
    <message>
        <source>A block of metadata in the file is damaged; it was left out.</source>
        <translation>Un bloc de métadonnées du fichier est endommagé&#x202f;; il a été laissé de côté.</translation>
    </message>
    <message>
        <source>A brace is open, or closed twice.</source>
        <translation>Une accolade est restée ouverte, ou est fermée deux fois.</translation>
    </message>
    <message>
        <source>A closer look around the mask found faces that were not seen in the whole photo: {count}. Check that each of them is a face.</source>
        <translation>Un examen plus attentif autour du masque a trouvé des visages qui n’avaient pas été vus dans la photo entière&#x202f;: {count}. Vérifiez que chacun d’eux est un visage.</translation>
    </message>
    <message>
        <source>A computer of the Ray cluster could not start a worker ({reason}).</source>
        <translation>Un ordinateur du cluster Ray n’a pas pu démarrer de processus ({reason}).</translation>
    </message>
    <message>
        <source>A file of this name exists.</source>
        <translation>Un fichier de ce nom existe.</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold {sign} everywhere.</source>
        <translation>Un nom de fichier ne peut pas contenir {sign} partout.</translation>
    </message>
    <message>
        <source>A layout has the classes 0 to {last}.</source>
        <translation>Une carte a les classes 0 à {last}.</translation>
    </message>
    <message>
        <source>A layout is an indexed, grey or RGB PNG.</source>
        <translation>Une carte est un PNG indexé, en gris ou en RVB.</translation>
    </message>
    <message>
        <source>A layout is saved as PNG.</source>
        <translation>Une carte est enregistrée en PNG.</translation>
    </message>
    <message>
        <source>A mask is saved as PNG.</source>
        <translation>Un masque est enregistré en PNG.</translation>
    </message>
    <message>
        <source>A name that begins or ends with a dot is hidden, or cut off, on some systems.</source>
        <translation>Un nom qui commence ou finit par un point est caché, ou coupé, sur certains systèmes.</translation>
    </message>
    <message>
        <source>A network cannot be loaded</source>
        <translation>Un réseau ne peut pas être chargé</translation>
    </message>
    <message>
        <source>A network is not installed</source>
        <translation>Un réseau n’est pas installé</translation>
    </message>
    <message>
        <source>A network paints all that is masked, in faces and beside them, from the photo around it, and follows no layout.</source>
        <translation>Un réseau peint tout ce qui est masqué, dans les visages et à côté, d’après la photo alentour, et ne suit aucune carte.</translation>
    </message>
    <message>
        <source>A network that has learnt what faces are paints a whole one, and two others fit it into the photo.</source>
        <translation>Un réseau qui a appris ce que sont les visages en peint un entier, et deux autres l’ajustent à la photo.</translation>
    </message>
    <message>
        <source>A network&apos;s file is damaged</source>
        <translation>Le fichier d’un réseau est endommagé</translation>
    </message>
    <message>
        <source>A pack is for the program that was installed as a package, without PyTorch.</source>
        <translation>Un tel paquet est pour le programme installé sans PyTorch.</translation>
    </message>
    <message>
        <source>A place is confirmed by neither yes nor no, nor left at ask.</source>
        <translation>Un endroit n’est confirmé ni par oui ni par non, ni laissé à demander.</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}.</source>
        <translation>Le nom d’un projet finit par {suffix}.</translation>
    </message>
    <message>
        <source>A text in the file is damaged; the picture is not.</source>
        <translation>Un texte du fichier est endommagé&#x202f;; l’image ne l’est pas.</translation>
    </message>
    <message>
        <source>All names for the project are taken.</source>
        <translation>Tous les noms pour le projet sont pris.</translation>
    </message>
    <message>
        <source>All that is to be restored is protected, so nothing was changed.</source>
        <translation>Tout ce qui est à restaurer est protégé, donc rien n’a été changé.</translation>
    </message>
    <message>
        <source>All works, more slowly. With a newer driver, try it again: facerestore doctor --probe.</source>
        <translation>Tout fonctionne, plus lentement. Avec un pilote plus récent, essayez de nouveau : facerestore doctor --probe.</translation>
    </message>
    <message>
        <source>Allow it to be compressed, or save it as PNG or TIFF.</source>
        <translation>Permettez de le compresser, ou enregistrez-le en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Allow its user to, or choose another output folder.</source>
        <translation>Donnez-en le droit à son utilisateur, ou choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>An aligned crop is square; this picture is {width} x {height} pixels.</source>
        <translation>Un recadrage aligné est carré&#x202f;; cette image fait {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>Another run is restoring into {folder} at this moment.</source>
        <translation>Un autre passage restaure vers {folder} en ce moment.</translation>
    </message>
    <message>
        <source>Another seed gives another candidate.</source>
        <translation>Une autre graine donne une autre variante.</translation>
    </message>
    <message>
        <source>Ask for fewer cores, wait until other work on the cluster is done, or see what &apos;ray status&apos; says.</source>
        <translation>Demandez moins de cœurs, attendez que d’autres travaux du cluster soient finis, ou voyez ce que dit «&#x202f;ray status&#x202f;».</translation>
    </message>
    <message>
        <source>Ask its owner, or make a copy that belongs to you.</source>
        <translation>Demandez à son propriétaire, ou faites-en une copie qui vous appartient.</translation>
    </message>
    <message>
        <source>Build it again.</source>
        <translation>Construisez-le de nouveau.</translation>
    </message>
    <message>
        <source>By its points the mouth lies above the eyes, so the face was taken to be upside down.</source>
        <translation>D’après ses points, la bouche est au-dessus des yeux&#x202f;; le visage a donc été pris comme renversé.</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>Threads du processeur</translation>
    </message>
    <message>
        <source>Check its name, and whether its disk is connected.</source>
        <translation>Vérifiez son nom, et si son disque est connecté.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Vérifiez son nom.</translation>
    </message>
    <message>
        <source>Check the disk, and copy the file elsewhere.</source>
        <translation>Vérifiez le disque, et copiez le fichier ailleurs.</translation>
    </message>
    <message>
        <source>Check the disk, or move the infrared file away from the scan.</source>
        <translation>Vérifiez le disque, ou éloignez le fichier infrarouge de la numérisation.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Vérifiez le disque.</translation>
    </message>
    <message>
        <source>Chinese letters</source>
        <translation>Caractères chinois</translation>
    </message>
    <message>
        <source>Choose --device auto or --device cpu.</source>
        <translation>Choisissez --device auto ou --device cpu.</translation>
    </message>
    <message>
        <source>Choose --device auto, or install PyTorch.</source>
        <translation>Choisissez --device auto, ou installez PyTorch.</translation>
    </message>
    <message>
        <source>Choose a folder of weights with one network for each task.</source>
        <translation>Choisissez un dossier de poids avec un réseau pour chaque tâche.</translation>
    </message>
    <message>
        <source>Choose a photograph that shows the person&apos;s face larger or more from the front, or leave it out.</source>
        <translation>Choisissez une photographie qui montre le visage de la personne plus grand ou plus de face, ou laissez-la de côté.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Choisissez un nom plus court.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>Choisissez un autre nom pour le résultat.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Choisissez un autre nom ou un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name, or add --overwrite.</source>
        <translation>Choisissez un autre nom, ou ajoutez --overwrite.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be overwritten.</source>
        <translation>Choisissez un autre nom, ou permettez de l’écraser.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this program to write there.</source>
        <translation>Choisissez un autre dossier de sortie, ou permettez à ce programme d’y écrire.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or install PyTorch.</source>
        <translation>Choisissez une autre façon de restaurer, ou installez PyTorch.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or train this network yourself (facerestore train {network}).</source>
        <translation>Choisissez une autre méthode de restauration, ou entraînez ce réseau vous-même (facerestore train {network}).</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose other names or another output folder; a photo is never written over.</source>
        <translation>Choisissez d’autres noms ou un autre dossier de sortie&#x202f;; une photo n’est jamais écrasée.</translation>
    </message>
    <message>
        <source>Choose the project of this photograph, or a mask file.</source>
        <translation>Choisissez le projet de cette photographie, ou un fichier de masque.</translation>
    </message>
    <message>
        <source>Chooses one of the ways that are installed, by damage and faces of each photo, and says why.</source>
        <translation>Choisit une des méthodes installées, d’après les dégâts et les visages de chaque photo, et dit pourquoi.</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Choisie d’après les dégâts</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Close other programs before you restore large photos.</source>
        <translation>Fermez d’autres programmes avant de restaurer de grandes photos.</translation>
    </message>
    <message>
        <source>Close other programs, allow this one more memory, or open a smaller copy of the photo.</source>
        <translation>Fermez d’autres programmes, accordez plus de mémoire à celui-ci, ou ouvrez une copie plus petite de la photo.</translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller copy of it.</source>
        <translation>Fermez d’autres programmes, ou ouvrez-en une copie plus petite.</translation>
    </message>
    <message>
        <source>Close other programs, or use --device cpu.</source>
        <translation>Fermez d’autres programmes, ou utilisez --device cpu.</translation>
    </message>
    <message>
        <source>Compared with {files}: it is doubtful that this is the same person (distance {distance}, doubtful from {limit}, another person from {unlike}).</source>
        <translation>Comparé à {files}&#x202f;: il est douteux que ce soit la même personne (distance {distance}, douteux à partir de {limit}, une autre personne à partir de {unlike}).</translation>
    </message>
    <message>
        <source>Compared with {files}: nothing speaks against the same person (distance {distance}, limit {limit}).</source>
        <translation>Comparé à {files}&#x202f;: rien ne s’oppose à ce que ce soit la même personne (distance {distance}, limite {limit}).</translation>
    </message>
    <message>
        <source>Compared with {files}: restored, the face is less like the person than what was visible of it (further away by {away}, limit {away_limit}; distance {distance}).</source>
        <translation>Comparé à {files}&#x202f;: restauré, le visage ressemble moins à la personne que ce qui en était visible (plus éloigné de {away}, limite {away_limit}&#x202f;; distance {distance}).</translation>
    </message>
    <message>
        <source>Compared with {files}: what was painted is less like the person than it may be (by {strangeness}, limit {strange_limit}; distance of the whole face {distance}).</source>
        <translation>Comparé à {files}&#x202f;: ce qui a été peint ressemble moins à la personne qu’il n’est admis (de {strangeness}, limite {strange_limit}&#x202f;; distance du visage entier {distance}).</translation>
    </message>
    <message>
        <source>Convert it to RGB in the program it comes from; that needs its printing profile.</source>
        <translation>Convertissez-la en RVB dans le programme d’où elle vient&#x202f;; il faut pour cela son profil d’impression.</translation>
    </message>
    <message>
        <source>Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it.</source>
        <translation>Convertissez-la en RVB ou en gris, à 8 ou 16 bits par canal, dans le programme qui l’a faite.</translation>
    </message>
    <message>
        <source>Convert it to RGB with 8 bits per channel.</source>
        <translation>Convertissez-la en RVB à 8 bits par canal.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Count from its top left corner.</source>
        <translation>Comptez à partir de son coin supérieur gauche.</translation>
    </message>
    <message>
        <source>Create it, or choose another folder.</source>
        <translation>Créez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Cut out the portrait, and open that.</source>
        <translation>Recadrez le portrait, et ouvrez-le.</translation>
    </message>
    <message>
        <source>Damage lies in a face, and no network that paints faces is installed.</source>
        <translation>Les dégâts sont dans un visage, et aucun réseau qui peint des visages n’est installé.</translation>
    </message>
    <message>
        <source>Damage lies in a face, which this way paints.</source>
        <translation>Des dégâts sont dans un visage, que cette méthode peint.</translation>
    </message>
    <message>
        <source>Develop it to a TIFF or PNG first.</source>
        <translation>Développez-le d’abord en TIFF ou PNG.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Périphériques</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Export it anew, or save it without its texts to use it as a plain mask.</source>
        <translation>Exportez-le à nouveau, ou enregistrez-le sans ses textes pour l’utiliser comme masque simple.</translation>
    </message>
    <message>
        <source>Export the networks again (facerestore models export-onnx).</source>
        <translation>Exportez de nouveau les réseaux (facerestore models export-onnx).</translation>
    </message>
    <message>
        <source>Exporting needs the packages onnx and onnxscript.</source>
        <translation>L’exportation a besoin des paquets onnx et onnxscript.</translation>
    </message>
    <message>
        <source>Face {number}: {words}</source>
        <translation>Visage {number}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Visages par modèle (ISFRNet)</translation>
    </message>
    <message>
        <source>Faces by layout</source>
        <translation>Visages d’après la carte</translation>
    </message>
    <message>
        <source>File types</source>
        <translation>Types de fichiers</translation>
    </message>
    <message>
        <source>Find the damage of its photo again.</source>
        <translation>Recherchez à nouveau les dégâts de sa photo.</translation>
    </message>
    <message>
        <source>For example {stem}_restored or {number}_{stem}; known are {stem}, {number}, {date}, {restorer} and, at the end, .{ext}.</source>
        <translation>Par exemple {stem}_restored ou {number}_{stem}&#x202f;; sont connus {stem}, {number}, {date}, {restorer} et, à la fin, .{ext}.</translation>
    </message>
    <message>
        <source>Choose one that can be used ({ways}). For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Choisissez-en une qui convient ({ways}). Pour la recherche et l’usage privé, choisissez tous les réseaux dans les préférences et omettez FACERESTORE_WEIGHTS.</translation>
    </message>
    <message>
        <source>For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Pour la recherche et l’usage privé, choisissez tous les réseaux dans les préférences et omettez FACERESTORE_WEIGHTS.</translation>
    </message>
    <message>
        <source>Free some room on this disk: what is not saved yet is kept there.</source>
        <translation>Libérez de la place sur ce disque&#x202f;: ce qui n’est pas encore enregistré s’y trouve.</translation>
    </message>
    <message>
        <source>Free some space, or save it elsewhere.</source>
        <translation>Libérez de l’espace, ou enregistrez ailleurs.</translation>
    </message>
    <message>
        <source>Free some space, or save to another disk.</source>
        <translation>Libérez de l’espace, ou enregistrez sur un autre disque.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libérez de la place.</translation>
    </message>
    <message>
        <source>From the album were taken, best first (distance): {files}.</source>
        <translation>De l’album ont été pris, le meilleur d’abord (distance)&#x202f;: {files}.</translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation>Générez-le à nouveau.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .ora (OpenRaster) or .tif.</source>
        <translation>Donnez-lui un nom qui finit par .ora (OpenRaster) ou .tif.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png, .tif, .webp or .jpg.</source>
        <translation>Donnez-lui un nom qui finit par .png, .tif, .webp ou .jpg.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png.</source>
        <translation>Donnez-lui un nom qui finit par .png.</translation>
    </message>
    <message>
        <source>Give it such a name.</source>
        <translation>Donnez-lui un tel nom.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there.</source>
        <translation>Donnez-vous le droit d’y écrire.</translation>
    </message>
    <message>
        <source>Good for comparing: another network&apos;s idea of the same face.</source>
        <translation>Utile pour comparer&#x202f;: l’idée que se fait un autre réseau du même visage.</translation>
    </message>
    <message>
        <source>Good for damage that reaches from a face into hair, clothes or background, at any shape of photo.</source>
        <translation>Convient aux dégâts qui vont d’un visage aux cheveux, aux vêtements ou au fond, quel que soit le format de la photo.</translation>
    </message>
    <message>
        <source>Good for faces of which an eye, the mouth or more is hidden, and for scratches across them.</source>
        <translation>Convient aux visages dont un œil, la bouche ou davantage est caché, et aux rayures qui les traversent.</translation>
    </message>
    <message>
        <source>Good for folders of mixed photos, and for whoever does not want to choose.</source>
        <translation>Convient aux dossiers de photos diverses, et à qui ne veut pas choisir.</translation>
    </message>
    <message>
        <source>Good for scratches, and for wide damage on cloth, walls or sky in a photo with grain.</source>
        <translation>Convient aux rayures, et aux dégâts étendus sur un tissu, un mur ou un ciel dans une photo qui a du grain.</translation>
    </message>
    <message>
        <source>Good for spots on even ground, in no time.</source>
        <translation>Convient aux taches sur un fond uni, en un instant.</translation>
    </message>
    <message>
        <source>Good for thin scratches and cracks across edges.</source>
        <translation>Convient aux fines rayures et aux craquelures qui traversent des contours.</translation>
    </message>
    <message>
        <source>How long it takes on this computer was not measured yet.</source>
        <translation>Le temps qu’il faut sur cet ordinateur n’a pas encore été mesuré.</translation>
    </message>
    <message>
        <source>In {folder} there are {names} for the task {task!r}, but not {standard}: which is meant is not said.</source>
        <translation>Dans {folder} il y a {names} pour la tâche {task!r}, mais pas {standard}&#x202f;: il n’est pas dit lequel est voulu.</translation>
    </message>
    <message>
        <source>In {folder}, {problem}.</source>
        <translation>Dans {folder}, {problem}.</translation>
    </message>
    <message>
        <source>Install a font such as Noto Sans CJK to read Chinese.</source>
        <translation>Installez une police comme Noto Sans CJK pour lire le chinois.</translation>
    </message>
    <message>
        <source>Install facerestore again, or choose another folder of weights.</source>
        <translation>Réinstallez facerestore, ou choisissez un autre dossier de poids.</translation>
    </message>
    <message>
        <source>Install facerestore again.</source>
        <translation>Réinstallez facerestore.</translation>
    </message>
    <message>
        <source>Install it with &apos;python -m pip install ray&apos; in this program&apos;s environment, or leave --engine away.</source>
        <translation>Installez-le par «&#x202f;python -m pip install ray&#x202f;» dans l’environnement de ce programme, ou omettez --engine.</translation>
    </message>
    <message>
        <source>Install the same networks on every computer of the cluster.</source>
        <translation>Installez les mêmes réseaux sur chaque ordinateur du cluster.</translation>
    </message>
    <message>
        <source>Install the same version on every computer of the cluster.</source>
        <translation>Installez la même version sur chaque ordinateur du cluster.</translation>
    </message>
    <message>
        <source>Install the same versions of facerestore, Python and Ray on every computer of the cluster.</source>
        <translation>Installez les mêmes versions de facerestore, de Python et de Ray sur chaque ordinateur du cluster.</translation>
    </message>
    <message>
        <source>It borrows from no other photograph.</source>
        <translation>Elle n’emprunte à aucune autre photographie.</translation>
    </message>
    <message>
        <source>It borrows from other photographs of the person.</source>
        <translation>Elle emprunte à d’autres photographies de la personne.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>La lecture est impossible ({reason}).</translation>
    </message>
    <message>
        <source>It cannot be recovered.</source>
        <translation>La récupération est impossible.</translation>
    </message>
    <message>
        <source>It cannot be unpacked ({reason}).</source>
        <translation>Il ne peut pas être décompressé ({reason}).</translation>
    </message>
    <message>
        <source>It follows no layout.</source>
        <translation>Elle ne suit aucune carte.</translation>
    </message>
    <message>
        <source>It follows the layout, which can be corrected.</source>
        <translation>Elle suit la carte, qui peut être corrigée.</translation>
    </message>
    <message>
        <source>It gives one result.</source>
        <translation>Elle donne un seul résultat.</translation>
    </message>
    <message>
        <source>It is no pack for a graphics card, or damaged.</source>
        <translation>Ce n’est pas un paquet pour une carte graphique, ou il est abîmé.</translation>
    </message>
    <message>
        <source>It is not known how large {file} is.</source>
        <translation>On ne sait pas quelle est la taille de {file}.</translation>
    </message>
    <message>
        <source>It is uncertain whether what was found is a face. Look where its points lie, and place them if they are wrong; if the photo lies askew, turn it upright first.</source>
        <translation>Il n’est pas certain que ce qui a été trouvé soit un visage. Regardez où sont ses points, et placez-les s’ils sont faux&#x202f;; si la photo est de travers, redressez-la d’abord.</translation>
    </message>
    <message>
        <source>It lacks {packages}.</source>
        <translation>Il y manque {packages}.</translation>
    </message>
    <message>
        <source>It names damage classes that stay as they are, but has greys that belong to no class, as after work in another program: what is to be kept cannot be told any more.</source>
        <translation>Il nomme des classes de dégâts qui restent telles quelles, mais a des gris qui n’appartiennent à aucune classe, comme après un travail dans un autre programme&#x202f;: ce qui est à garder ne peut plus être déterminé.</translation>
    </message>
    <message>
        <source>It needs {needed} MB on the disk of {folder}, which has {free} MB.</source>
        <translation>Il demande {needed} Mo sur le disque de {folder}, qui en a {free}.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a face on this computer.</source>
        <translation>Elle prend environ {seconds}&#xa0;s par visage sur cet ordinateur.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a photo on this computer.</source>
        <translation>Elle prend environ {seconds}&#xa0;s par photo sur cet ordinateur.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>C’est ce qui a été demandé.</translation>
    </message>
    <message>
        <source>It was changed or moved since. Restore it again.</source>
        <translation>Il a été modifié ou déplacé depuis. Restaurez-la à nouveau.</translation>
    </message>
    <message>
        <source>It was made with another photo than {photo}.</source>
        <translation>Le travail a été fait avec une autre photo que {photo}.</translation>
    </message>
    <message>
        <source>It was tried on the graphics card: {problem}.</source>
        <translation>Il a été essayé sur la carte graphique : {problem}.</translation>
    </message>
    <message>
        <source>Its crop lies outside this one.</source>
        <translation>Son recadrage est hors de celle-ci.</translation>
    </message>
    <message>
        <source>Its network is not installed.</source>
        <translation>Son réseau n’est pas installé.</translation>
    </message>
    <message>
        <source>Its photo, {photo}, was not found.</source>
        <translation>Sa photo, {photo}, est introuvable.</translation>
    </message>
    <message>
        <source>JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG ne peut pas garder exactement les pixels intacts&#x202f;; PNG et TIFF le peuvent.</translation>
    </message>
    <message>
        <source>Known are {names}.</source>
        <translation>Sont connus {names}.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Layers are not written as {suffix}.</source>
        <translation>Les calques ne s’écrivent pas en {suffix}.</translation>
    </message>
    <message>
        <source>Leave --device away, or say cpu.</source>
        <translation>Omettez --device, ou indiquez cpu.</translation>
    </message>
    <message>
        <source>Leave out --aligned to have the face found.</source>
        <translation>Omettez --aligned pour que le visage soit recherché.</translation>
    </message>
    <message>
        <source>Leave out of the mask what is sound, or choose another way to restore.</source>
        <translation>Ne mettez pas dans le masque ce qui est intact, ou choisissez une autre méthode de restauration.</translation>
    </message>
    <message>
        <source>Leave out the layout, or choose another restorer.</source>
        <translation>Omettez la carte, ou choisissez une autre méthode de restauration.</translation>
    </message>
    <message>
        <source>Leave out the points, or make the layout again with them.</source>
        <translation>Omettez les points, ou refaites la carte avec eux.</translation>
    </message>
    <message>
        <source>Leave out the references, or choose another restorer.</source>
        <translation>Omettez les références, ou choisissez une autre méthode de restauration.</translation>
    </message>
    <message>
        <source>Leave out where the face is, or choose another restorer.</source>
        <translation>N’indiquez pas où est le visage, ou choisissez une autre méthode de restauration.</translation>
    </message>
    <message>
        <source>Look into the log, and see whether &apos;facerestore doctor&apos; finds what is missing.</source>
        <translation>Regardez dans le journal, et voyez si «&#x202f;facerestore doctor&#x202f;» trouve ce qui manque.</translation>
    </message>
    <message>
        <source>Looks like another person than in {files} (distance {distance}, limit {unlike}).</source>
        <translation>Semble être une autre personne que dans {files} (distance {distance}, limite {unlike}).</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, and open that.</source>
        <translation>Faites-en une copie plus petite, et ouvrez-la.</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, or cut out the portrait, and open that.</source>
        <translation>Faites-en une copie plus petite, ou recadrez le portrait, et ouvrez-la.</translation>
    </message>
    <message>
        <source>Make room, choose another output folder, or restore fewer photos at a time.</source>
        <translation>Faites de la place, choisissez un autre dossier de sortie, ou restaurez moins de photos à la fois.</translation>
    </message>
    <message>
        <source>More of the infrared channel is dark than dirt can be. It is of a film that stops infrared, or it is no infrared of this picture. It was not used.</source>
        <translation>Le canal infrarouge est plus sombre que la saleté ne peut l’expliquer. Il vient d’un film qui arrête l’infrarouge, ou n’est pas l’infrarouge de cette image. Il n’a pas été utilisé.</translation>
    </message>
    <message>
        <source>Much of the damage lies beyond the face, or much of the face&apos;s frame beyond the photo.</source>
        <translation>Une grande part des dégâts est au-delà du visage, ou une grande part du cadre du visage au-delà de la photo.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indiquez un fichier.</translation>
    </message>
    <message>
        <source>Name a folder with photographs of the person.</source>
        <translation>Indiquez un dossier de photographies de la personne.</translation>
    </message>
    <message>
        <source>Name a mask that is there.</source>
        <translation>Indiquez un masque qui existe.</translation>
    </message>
    <message>
        <source>Name a photo, or a folder of photos.</source>
        <translation>Indiquez une photo, ou un dossier de photos.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>Indiquez un autre dossier.</translation>
    </message>
    <message>
        <source>Name it: celeba (CelebAMask-HQ: 1 skin, 2 nose, 13 hair), bisenet (face-parsing.PyTorch: 1 skin, 10 nose, 17 hair) or segface (SegFace: 1 neck, 2 skin, 14 hair).</source>
        <translation>Indiquez-le&#x202f;: celeba (CelebAMask-HQ&#x202f;: 1 peau, 2 nez, 13 cheveux), bisenet (face-parsing.PyTorch&#x202f;: 1 peau, 10 nez, 17 cheveux) ou segface (SegFace&#x202f;: 1 cou, 2 peau, 14 cheveux).</translation>
    </message>
    <message>
        <source>Name the folder of the album.</source>
        <translation>Indiquez le dossier de l’album.</translation>
    </message>
    <message>
        <source>Name those that are most alike in pose and sharpest.</source>
        <translation>Indiquez celles dont la pose est la plus proche et qui sont les plus nettes.</translation>
    </message>
    <message>
        <source>Networks paint faces, following the layout; the rest is continued from its surroundings.</source>
        <translation>Des réseaux peignent les visages, en suivant la carte&#x202f;; le reste est prolongé d’après son entourage.</translation>
    </message>
    <message>
        <source>No class of the mask is to be restored or filled, so nothing was changed.</source>
        <translation>Aucune classe du masque n’est à restaurer ni à remplir, donc rien n’a été changé.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is thin.</source>
        <translation>Aucun visage n’est abîmé, et les dégâts sont fins.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is wide.</source>
        <translation>Aucun visage n’est abîmé, et les dégâts sont étendus.</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>Aucun visage trouvé</translation>
    </message>
    <message>
        <source>No face was found in the reference {file}.</source>
        <translation>Aucun visage n’a été trouvé dans la référence {file}.</translation>
    </message>
    <message>
        <source>No face was found in this photo, neither upright nor turned.</source>
        <translation>Aucun visage n’a été trouvé dans cette photo, ni droite ni tournée.</translation>
    </message>
    <message>
        <source>No face was found in {files}.</source>
        <translation>Aucun visage n’a été trouvé dans {files}.</translation>
    </message>
    <message>
        <source>No face was found; the photo was painted by what is visible around the damage alone.</source>
        <translation>Aucun visage n’a été trouvé&#x202f;; la photo a été peinte d’après ce qui est visible autour des dégâts seulement.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border along lines of equal brightness.</source>
        <translation>Sans réseau&#x202f;: tout ce qui est masqué est prolongé depuis son bord le long de lignes d’égale luminosité.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border by fast marching.</source>
        <translation>Sans réseau&#x202f;: tout ce qui est masqué est prolongé depuis son bord par marche rapide.</translation>
    </message>
    <message>
        <source>No network: thin damage is bridged smoothly, wide damage is continued by patches of its surroundings, and both get the photo&apos;s grain.</source>
        <translation>Sans réseau&#x202f;: les dégâts fins sont comblés en douceur, les dégâts étendus sont prolongés par des morceaux de leur entourage, et les deux reçoivent le grain de la photo.</translation>
    </message>
    <message>
        <source>No photograph of the album was taken; name photographs of the person with --reference.</source>
        <translation>Aucune photographie de l’album n’a été prise&#x202f;; indiquez des photographies de la personne avec --reference.</translation>
    </message>
    <message>
        <source>No project takes more than 2 GB.</source>
        <translation>Aucun projet ne prend plus de 2&#xa0;Go.</translation>
    </message>
    <message>
        <source>No worker could be started on the Ray cluster. Each asks for {cores} cores, {memory} GB of memory and {devices} graphics devices of one computer.</source>
        <translation>Aucun processus n’a pu être démarré sur le cluster Ray. Chacun demande {cores} cœurs, {memory}&#xa0;Go de mémoire et {devices} périphériques graphiques d’un même ordinateur.</translation>
    </message>
    <message>
        <source>Nobody painted a mask: what looks damaged was restored, {count} places. Look at it before you use it.</source>
        <translation>Personne n’a peint de masque&#x202f;: ce qui paraît abîmé a été restauré, {count} endroits. Regardez le résultat avant de l’utiliser.</translation>
    </message>
    <message>
        <source>Not compared with the person: there is no other photograph.</source>
        <translation>Pas comparé à la personne&#x202f;: il n’y a pas d’autre photographie.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: it follows no layout.</source>
        <translation>Pas pour un visage dont les traits sont à fixer à la main&#x202f;: elle ne suit aucune carte.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: there is one result.</source>
        <translation>Pas pour un visage dont les traits sont à fixer à la main&#x202f;: il y a un seul résultat.</translation>
    </message>
    <message>
        <source>Not for comparing: choose the ways to be compared by name.</source>
        <translation>Pas pour comparer&#x202f;: choisissez par leur nom les méthodes à comparer.</translation>
    </message>
    <message>
        <source>Not for eyes or a mouth: nothing is made up that is not seen elsewhere.</source>
        <translation>Pas pour les yeux ni une bouche&#x202f;: rien n’est inventé qui ne se voie ailleurs.</translation>
    </message>
    <message>
        <source>Not for eyes, mouth or wide damage: they become a blur.</source>
        <translation>Pas pour les yeux, la bouche ou des dégâts étendus&#x202f;: ils deviennent flous.</translation>
    </message>
    <message>
        <source>Not for what lies beside faces: it is continued from its surroundings, without a network.</source>
        <translation>Pas pour ce qui est à côté des visages&#x202f;: c’est prolongé d’après l’entourage, sans réseau.</translation>
    </message>
    <message>
        <source>Not taken from the album, because no face in them is within {threshold} of the damaged one: {files}.</source>
        <translation>Pas pris dans l’album, car aucun visage n’y est à moins de {threshold} du visage abîmé&#x202f;: {files}.</translation>
    </message>
    <message>
        <source>Nothing can be written here ({reason}).</source>
        <translation>Rien ne peut être écrit ici ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of your work is lost. Close other programs, and try again.</source>
        <translation>Rien de votre travail n’est perdu. Fermez d’autres programmes, et réessayez.</translation>
    </message>
    <message>
        <source>Nothing that it saves is as large.</source>
        <translation>Rien de ce qu’il enregistre n’est aussi grand.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look for a newer driver of the card, or go on with the processor.</source>
        <translation>Rien n’a été changé. Cherchez un pilote plus récent de la carte, ou continuez avec le processeur.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the exported network {file}.</source>
        <translation>ONNX Runtime ne peut pas charger le réseau exporté {file}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load what it needs for {provider}.</source>
        <translation>ONNX Runtime ne peut pas charger ce qu’il faut pour {provider}.</translation>
    </message>
    <message>
        <source>ONNX Runtime is not installed.</source>
        <translation>ONNX Runtime n’est pas installé.</translation>
    </message>
    <message>
        <source>Only this way reads the layout, the references or the chosen candidates that this photo has.</source>
        <translation>Seule cette méthode lit la carte, les références ou les variantes choisies que cette photo a.</translation>
    </message>
    <message>
        <source>Open a PNG, TIFF, JPEG or WebP picture.</source>
        <translation>Ouvrez une image PNG, TIFF, JPEG ou WebP.</translation>
    </message>
    <message>
        <source>Open a file that ends in .facerestore.</source>
        <translation>Ouvrez un fichier qui finit par .facerestore.</translation>
    </message>
    <message>
        <source>Open a file that ends in {suffix}.</source>
        <translation>Ouvrez un fichier qui finit par {suffix}.</translation>
    </message>
    <message>
        <source>Open a picture in it.</source>
        <translation>Ouvrez une image qui s’y trouve.</translation>
    </message>
    <message>
        <source>Open the project, choose this photo, and save it again; or move it away to use a mask.</source>
        <translation>Ouvrez le projet, choisissez cette photo, et enregistrez-le à nouveau&#x202f;; ou éloignez-le pour utiliser un masque.</translation>
    </message>
    <message>
        <source>Order: eye on the left, eye on the right, nose tip, corners of the mouth on the left and right.</source>
        <translation>Ordre&#x202f;: œil à gauche, œil à droite, pointe du nez, coins gauche et droit de la bouche.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <source>Paint the mask over this photo, in the photo&apos;s own size.</source>
        <translation>Peignez le masque sur cette photo, à la taille même de la photo.</translation>
    </message>
    <message>
        <source>Parts were restored at less than full strength: the photo&apos;s own pixels shine through.</source>
        <translation>Des parties ont été restaurées à moins de la pleine intensité&#x202f;: les pixels de la photo transparaissent.</translation>
    </message>
    <message>
        <source>Photo, mask or settings changed, but so did the result, in another program, and is not overwritten. Rename it, or have all earlier results overwritten.</source>
        <translation>La photo, le masque ou les réglages ont changé, mais le résultat aussi, dans un autre programme&#x202f;; il n’est donc pas écrasé. Renommez-le, ou faites écraser tous les résultats antérieurs.</translation>
    </message>
    <message>
        <source>Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.</source>
        <translation>Les photos sont des fichiers PNG, TIFF, JPEG ou WebP&#x202f;; --recursive regarde dans les sous-dossiers.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Emplacements</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Put it back, and save again.</source>
        <translation>Remettez-le, et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>Put photos, masks and results on a file system that every computer of the cluster mounts under the same path.</source>
        <translation>Mettez photos, masques et résultats sur un système de fichiers que chaque ordinateur du cluster monte sous le même chemin.</translation>
    </message>
    <message>
        <source>Put the photo beside the project.</source>
        <translation>Placez la photo à côté du projet.</translation>
    </message>
    <message>
        <source>PyTorch is installed, which brings its own libraries for the graphics card.</source>
        <translation>PyTorch est installé ; il apporte ses propres bibliothèques pour la carte graphique.</translation>
    </message>
    <message>
        <source>PyTorch was asked for, and no graphics device is there.</source>
        <translation>PyTorch a été demandé, et il n’y a pas de carte graphique.</translation>
    </message>
    <message>
        <source>Ray is not installed, which --engine ray needs.</source>
        <translation>Ray n’est pas installé, et --engine ray en a besoin.</translation>
    </message>
    <message>
        <source>Remove results from it: save them as photos of their own.</source>
        <translation>Retirez-en des résultats&#x202f;: enregistrez-les comme photos à part.</translation>
    </message>
    <message>
        <source>Remove the photograph, and add it again.</source>
        <translation>Retirez la photographie et ajoutez-la de nouveau.</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>Restaurez-la d’abord.</translation>
    </message>
    <message>
        <source>Results cannot be named like this. {reason}</source>
        <translation>Des résultats ne peuvent pas être nommés ainsi. {reason}</translation>
    </message>
    <message>
        <source>Results would be taken for masks or layouts of photos.</source>
        <translation>Des résultats seraient pris pour des masques ou des cartes de photos.</translation>
    </message>
    <message>
        <source>Save it anew, as PNG or as TIFF without tiles.</source>
        <translation>Enregistrez-le à nouveau, en PNG ou en TIFF sans tuiles.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF first.</source>
        <translation>Enregistrez-le d’abord en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with another program.</source>
        <translation>Enregistrez-le en PNG ou TIFF avec un autre programme.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with the program that made it.</source>
        <translation>Enregistrez-le en PNG ou TIFF avec le programme qui l’a fait.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF.</source>
        <translation>Enregistrez-le en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Save it as PNG with another program.</source>
        <translation>Enregistrez-le en PNG avec un autre programme.</translation>
    </message>
    <message>
        <source>Save it as PNG, TIFF or WebP.</source>
        <translation>Enregistrez-le en PNG, TIFF ou WebP.</translation>
    </message>
    <message>
        <source>Save it as TIFF with LZW or no compression.</source>
        <translation>Enregistrez-le en TIFF avec LZW ou sans compression.</translation>
    </message>
    <message>
        <source>Save it as an RGB PNG, whose colours are read.</source>
        <translation>Enregistrez-le en PNG RVB, dont les couleurs sont lues.</translation>
    </message>
    <message>
        <source>Save it as an indexed or grey PNG whose values are the classes, without smoothing.</source>
        <translation>Enregistrez-le en PNG indexé ou gris dont les valeurs sont les classes, sans lissage.</translation>
    </message>
    <message>
        <source>Save it elsewhere.</source>
        <translation>Enregistrez-le ailleurs.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Enregistrez-le d’abord.</translation>
    </message>
    <message>
        <source>Save it without the extra channels.</source>
        <translation>Enregistrez-le sans les canaux supplémentaires.</translation>
    </message>
    <message>
        <source>Save the mask in black and white: white is restored, black is kept.</source>
        <translation>Enregistrez le masque en noir et blanc&#x202f;: le blanc est restauré, le noir est gardé.</translation>
    </message>
    <message>
        <source>Save the one picture you want as PNG or TIFF.</source>
        <translation>Enregistrez l’image que vous voulez en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Save the page you want as a file of its own, and open that.</source>
        <translation>Enregistrez la page que vous voulez dans un fichier à part, et ouvrez-le.</translation>
    </message>
    <message>
        <source>Save the result as one picture.</source>
        <translation>Enregistrez le résultat en une seule image.</translation>
    </message>
    <message>
        <source>Say cpu or cuda, or restore without --engine ray.</source>
        <translation>Indiquez cpu ou cuda, ou restaurez sans --engine ray.</translation>
    </message>
    <message>
        <source>Say where it is with --points &apos;x,y;x,y;x,y;x,y;x,y&apos;: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo, in pixels from its top left corner; or with --aligned if the picture is a face crop already.</source>
        <translation>Dites où il est avec --points &apos;x,y;x,y;x,y;x,y;x,y&apos;&#x202f;: œil à gauche, œil à droite, pointe du nez, coins gauche et droit de la bouche tels qu’on les voit dans la photo, en pixels depuis son coin supérieur gauche&#x202f;; ou avec --aligned si l’image est déjà un recadrage de visage.</translation>
    </message>
    <message>
        <source>See what &apos;ray status&apos; says; all computers need the same versions of Ray and Python.</source>
        <translation>Voyez ce que dit «&#x202f;ray status&#x202f;»&#x202f;; tous les ordinateurs doivent avoir les mêmes versions de Ray et de Python.</translation>
    </message>
    <message>
        <source>See whether the file is there and may be read, and the disk has space.</source>
        <translation>Vérifiez que le fichier est là, qu’il peut être lu, et que le disque a de la place.</translation>
    </message>
    <message>
        <source>Several photos would get one name: {stem} or {number} tells them apart.</source>
        <translation>Plusieurs photos recevraient un même nom&#x202f;: {stem} ou {number} les distingue.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the restoration.</source>
        <translation>Un imprévu s’est produit pendant la restauration.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). The log has the details.</source>
        <translation>Un imprévu s’est produit ({kind}). Le journal a les détails.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Quelque chose s’est mal passé</translation>
    </message>
    <message>
        <source>Start it on a computer of the cluster, with --ray-address auto.</source>
        <translation>Démarrez-le sur un ordinateur du cluster, avec --ray-address auto.</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Entourage (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Entourage (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Entourage (membrane)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Take a pack that was built by this version of the program, for this kind of computer.</source>
        <translation>Prenez un paquet construit par cette version du programme, pour ce type d’ordinateur.</translation>
    </message>
    <message>
        <source>The Ray cluster cannot be used ({reason}).</source>
        <translation>Le cluster Ray ne peut pas être utilisé ({reason}).</translation>
    </message>
    <message>
        <source>The Ray cluster has no graphics device.</source>
        <translation>Le cluster Ray n’a pas de périphérique graphique.</translation>
    </message>
    <message>
        <source>The candidates of this result are no longer there.</source>
        <translation>Les variantes de ce résultat ne sont plus là.</translation>
    </message>
    <message>
        <source>The computer {computer} does not see the folder {folder}.</source>
        <translation>L’ordinateur {computer} ne voit pas le dossier {folder}.</translation>
    </message>
    <message>
        <source>The computer {computer} has facerestore {its}, and this one has {ours}.</source>
        <translation>L’ordinateur {computer} a facerestore {its}, et celui-ci a {ours}.</translation>
    </message>
    <message>
        <source>The computer {computer} has folders of these names, but not the same files in them.</source>
        <translation>L’ordinateur {computer} a des dossiers de ces noms, mais pas les mêmes fichiers dedans.</translation>
    </message>
    <message>
        <source>The computer {computer} has other networks.</source>
        <translation>L’ordinateur {computer} a d’autres réseaux.</translation>
    </message>
    <message>
        <source>The computer {computer} may not write into {folder}.</source>
        <translation>L’ordinateur {computer} n’a pas le droit d’écrire dans {folder}.</translation>
    </message>
    <message>
        <source>The device has too little free memory.</source>
        <translation>Le périphérique a trop peu de mémoire libre.</translation>
    </message>
    <message>
        <source>The device {name!r} is not available here.</source>
        <translation>Le périphérique {name!r} n’est pas disponible ici.</translation>
    </message>
    <message>
        <source>The device {name!r} needs PyTorch, which is not installed.</source>
        <translation>Le périphérique {name!r} a besoin de PyTorch, qui n’est pas installé.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Le disque est en lecture seule.</translation>
    </message>
    <message>
        <source>The driver of the graphics card may be broken: install another version of it.</source>
        <translation>Le pilote de la carte graphique est peut-être défectueux : installez-en une autre version.</translation>
    </message>
    <message>
        <source>The ending is that of the result&apos;s format, and is added.</source>
        <translation>L’extension est celle du format du résultat, et est ajoutée.</translation>
    </message>
    <message>
        <source>The ending stands last, after a dot.</source>
        <translation>L’extension est à la fin, après un point.</translation>
    </message>
    <message>
        <source>The exported network {file} is damaged: its SHA-256 is another.</source>
        <translation>Le réseau exporté {file} est endommagé&#x202f;: son SHA-256 est différent.</translation>
    </message>
    <message>
        <source>The exported networks are installed, and no graphics device is used.</source>
        <translation>Les réseaux exportés sont installés et aucun processeur graphique n’est utilisé.</translation>
    </message>
    <message>
        <source>The exported networks in {folder} were made of other weights.</source>
        <translation>Les réseaux exportés dans {folder} viennent d’autres poids.</translation>
    </message>
    <message>
        <source>The eyes lie on one spot.</source>
        <translation>Les yeux sont au même endroit.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Le fichier ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>Le fichier ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>Le fichier ne peut pas être enregistré</translation>
    </message>
    <message>
        <source>The file does not say how long its parts are; that was worked out from its size.</source>
        <translation>Le fichier ne dit pas la longueur de ses parties&#x202f;; elle a été calculée d’après sa taille.</translation>
    </message>
    <message>
        <source>The file does not say in which order its classes are numbered, and a wrong one looks plausible.</source>
        <translation>Le fichier ne dit pas dans quel ordre ses classes sont numérotées, et un ordre faux paraît plausible.</translation>
    </message>
    <message>
        <source>The file does not say whether zero is black; that was assumed.</source>
        <translation>Le fichier ne dit pas si zéro est noir&#x202f;; cela a été supposé.</translation>
    </message>
    <message>
        <source>The file ends in the middle of the picture.</source>
        <translation>Le fichier finit au milieu de l’image.</translation>
    </message>
    <message>
        <source>The file has classes that do not exist: {classes}.</source>
        <translation>Le fichier a des classes qui n’existent pas&#x202f;: {classes}.</translation>
    </message>
    <message>
        <source>The file has colours of no class: {colours}.</source>
        <translation>Le fichier a des couleurs qui ne sont d’aucune classe&#x202f;: {colours}.</translation>
    </message>
    <message>
        <source>The file has no end marker; its picture is whole all the same.</source>
        <translation>Le fichier n’a pas de marque de fin&#x202f;; son image est entière malgré tout.</translation>
    </message>
    <message>
        <source>The file has several further channels and does not say which of them is infrared. None of them was used to find damage.</source>
        <translation>Le fichier a plusieurs autres canaux et ne dit pas lequel est l’infrarouge. Aucun n’a servi à détecter les dégâts.</translation>
    </message>
    <message>
        <source>The file holds {count} pictures.</source>
        <translation>Le fichier contient {count} images.</translation>
    </message>
    <message>
        <source>The file is a PDF document.</source>
        <translation>Le fichier est un document PDF.</translation>
    </message>
    <message>
        <source>The file is a camera&apos;s raw file.</source>
        <translation>Le fichier est un fichier brut d’appareil photo.</translation>
    </message>
    <message>
        <source>The file is a picture in a format that we do not read: {name}.</source>
        <translation>Le fichier est une image d’un format que nous ne lisons pas&#x202f;: {name}.</translation>
    </message>
    <message>
        <source>The file is a video.</source>
        <translation>Le fichier est une vidéo.</translation>
    </message>
    <message>
        <source>The file is a zip, but not a project of facerestore.</source>
        <translation>Le fichier est un zip, mais pas un projet de facerestore.</translation>
    </message>
    <message>
        <source>The file is an animation.</source>
        <translation>Le fichier est une animation.</translation>
    </message>
    <message>
        <source>The file is damaged: its entry {name!r} makes no sense.</source>
        <translation>Le fichier est endommagé&#x202f;: son entrée {name!r} n’a pas de sens.</translation>
    </message>
    <message>
        <source>The file is damaged: {what}.</source>
        <translation>Le fichier est endommagé&#x202f;: {what}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is no picture.</source>
        <translation>Le fichier n’est pas une image.</translation>
    </message>
    <message>
        <source>The file is not a PNG picture.</source>
        <translation>Le fichier n’est pas une image PNG.</translation>
    </message>
    <message>
        <source>The file is not a journal of facerestore.</source>
        <translation>Le fichier n’est pas un journal de facerestore.</translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation>Le fichier n’est pas une image.</translation>
    </message>
    <message>
        <source>The file is not a project of facerestore.</source>
        <translation>Le fichier n’est pas un projet de facerestore.</translation>
    </message>
    <message>
        <source>The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).</source>
        <translation>Le fichier est un JPEG d’un type rare (sans perte, à 12 bits ou à deux canaux).</translation>
    </message>
    <message>
        <source>The file is of a rare kind of PNG.</source>
        <translation>Le fichier est un PNG d’un type rare.</translation>
    </message>
    <message>
        <source>The file is too large for a list of repeated places.</source>
        <translation>Le fichier est trop grand pour une liste d’endroits répétés.</translation>
    </message>
    <message>
        <source>The file is too large: {size} GB.</source>
        <translation>Le fichier est trop grand&#x202f;: {size}&#xa0;Go.</translation>
    </message>
    <message>
        <source>The file is too large: {size} MB.</source>
        <translation>Le fichier est trop grand&#x202f;: {size}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>The file may not be read.</source>
        <translation>Le fichier n’a pas le droit d’être lu.</translation>
    </message>
    <message>
        <source>The file names a label order that we do not know ({order!r}).</source>
        <translation>Le fichier nomme un ordre de classes que nous ne connaissons pas ({order!r}).</translation>
    </message>
    <message>
        <source>The file sends its picture in far too many passes.</source>
        <translation>Le fichier envoie son image en beaucoup trop de passes.</translation>
    </message>
    <message>
        <source>The file&apos;s note of where the layout lies in the photo is damaged.</source>
        <translation>La mention, dans le fichier, de la place de la carte dans la photo est endommagée.</translation>
    </message>
    <message>
        <source>The file&apos;s values and its colours name different classes: a program has sorted its palette.</source>
        <translation>Les valeurs du fichier et ses couleurs nomment des classes différentes&#x202f;: un programme a trié sa palette.</translation>
    </message>
    <message>
        <source>The folder cannot be made ({reason}).</source>
        <translation>Le dossier ne peut pas être créé ({reason}).</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Le dossier n’existe pas.</translation>
    </message>
    <message>
        <source>The folder is not a folder.</source>
        <translation>Le dossier n’est pas un dossier.</translation>
    </message>
    <message>
        <source>The folder may not be written to.</source>
        <translation>Il n’est pas permis d’écrire dans le dossier.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Le dossier {folder} n’existe pas.</translation>
    </message>
    <message>
        <source>The graphics device ({device}) was tried and cannot be trusted: {problem}. The processor is used instead.</source>
        <translation>La carte graphique ({device}) a été essayée et n’est pas fiable : {problem}. Le processeur la remplace.</translation>
    </message>
    <message>
        <source>The graphics device had too little free memory; this was painted on the processor instead.</source>
        <translation>Le périphérique graphique avait trop peu de mémoire libre&#x202f;; ceci a été peint par le processeur.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and restoring needs about {needed} MB. The processor is used instead.</source>
        <translation>La carte graphique a {free} Mo de mémoire libre, et restaurer en demande environ {needed}. Le processeur la remplace.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and this needs about {needed} MB; it was painted on the processor instead.</source>
        <translation>La carte graphique a {free} Mo de mémoire libre, et ceci en demande environ {needed} ; le processeur l’a peint à sa place.</translation>
    </message>
    <message>
        <source>The graphics device was tried: it paints what the processor paints.</source>
        <translation>La carte graphique a été essayée : elle peint ce que peint le processeur.</translation>
    </message>
    <message>
        <source>The infrared channel shows the picture itself, as it does of black-and-white (silver) film and of Kodachrome. It cannot tell dirt from picture there, and was not used.</source>
        <translation>Le canal infrarouge montre l’image elle-même, comme pour un film noir et blanc (argentique) et le Kodachrome. Il ne peut pas y distinguer la saleté de l’image, et n’a pas été utilisé.</translation>
    </message>
    <message>
        <source>The infrared of the scan cannot be copied beside it ({reason}).</source>
        <translation>L’infrarouge de la numérisation ne peut pas être copié à côté ({reason}).</translation>
    </message>
    <message>
        <source>The infrared of this scan is in a file of its own, and was copied to {name}.</source>
        <translation>L’infrarouge de cette numérisation est dans un fichier à part, et a été copié vers {name}.</translation>
    </message>
    <message>
        <source>The infrared of this scan was read from {name}.</source>
        <translation>L’infrarouge de cette numérisation a été lu dans {name}.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: the result does not lie as the scan does.</source>
        <translation>L’infrarouge de cette numérisation, {name}, n’a pas été copié&#x202f;: le résultat n’est pas orienté comme la numérisation.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: {taken} is there already.</source>
        <translation>L’infrarouge de cette numérisation, {name}, n’a pas été copié&#x202f;: {taken} existe déjà.</translation>
    </message>
    <message>
        <source>The journal has no beginning.</source>
        <translation>Le journal n’a pas de début.</translation>
    </message>
    <message>
        <source>The layout belongs to another photo.</source>
        <translation>La carte appartient à une autre photo.</translation>
    </message>
    <message>
        <source>The layout cannot be used</source>
        <translation>La carte ne peut pas être utilisée</translation>
    </message>
    <message>
        <source>The layout does not say where its face is; it was used for the largest.</source>
        <translation>La carte ne dit pas où est son visage&#x202f;; elle a été utilisée pour le plus grand.</translation>
    </message>
    <message>
        <source>The layout was made for another place in the photo than the face that was given.</source>
        <translation>La carte a été faite pour un autre endroit de la photo que le visage indiqué.</translation>
    </message>
    <message>
        <source>The ledger of the batch cannot be written here ({reason}).</source>
        <translation>Le registre du lot ne peut pas être écrit ici ({reason}).</translation>
    </message>
    <message>
        <source>The list of exported networks in {folder} cannot be read.</source>
        <translation>La liste des réseaux exportés dans {folder} est illisible.</translation>
    </message>
    <message>
        <source>The mask cannot be used</source>
        <translation>Le masque ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>The mask has 16 bits, but no value above 255; 255 was taken for white.</source>
        <translation>Le masque a 16 bits, mais aucune valeur au-dessus de 255&#x202f;; 255 a été pris pour le blanc.</translation>
    </message>
    <message>
        <source>The mask has no white: its lightest value is {largest}, and {threshold} to {full} is restored.</source>
        <translation>Le masque n’a pas de blanc&#x202f;: sa valeur la plus claire est {largest}, et {threshold} à {full} est restauré.</translation>
    </message>
    <message>
        <source>The mask has places that were filled by hand. Their pixels are in the project alone, so they were left as the photo has them.</source>
        <translation>Le masque a des endroits remplis à la main. Leurs pixels ne sont que dans le projet&#x202f;; ils sont donc restés tels que dans la photo.</translation>
    </message>
    <message>
        <source>The mask has the values 0 and 1 only; 1 was taken for white.</source>
        <translation>Le masque n’a que les valeurs 0 et 1&#x202f;; 1 a été pris pour le blanc.</translation>
    </message>
    <message>
        <source>The mask has {mask} pixels, the photo {photo}.</source>
        <translation>Le masque a {mask} pixels, la photo {photo}.</translation>
    </message>
    <message>
        <source>The mask is black on a transparent ground; what is black was taken to be restored.</source>
        <translation>Le masque est noir sur fond transparent&#x202f;; le noir a été pris pour ce qui est à restaurer.</translation>
    </message>
    <message>
        <source>The mask is black where it is not transparent, and which of the two is to be restored cannot be told.</source>
        <translation>Le masque est noir là où il n’est pas transparent, et on ne peut pas dire lequel des deux est à restaurer.</translation>
    </message>
    <message>
        <source>The mask is empty (all black), so nothing was restored; white is what to restore.</source>
        <translation>Le masque est vide (tout noir), donc rien n’a été restauré&#x202f;; le blanc est ce qui est à restaurer.</translation>
    </message>
    <message>
        <source>The mask is transparent all over.</source>
        <translation>Le masque est entièrement transparent.</translation>
    </message>
    <message>
        <source>The mask names damage classes, but has greys that belong to none of them, as after work in another program: it was read as a plain mask, of which all that is light is restored.</source>
        <translation>Le masque nomme des classes de dégâts, mais a des gris qui n’appartiennent à aucune, comme après un travail dans un autre programme&#x202f;: il a été lu comme un masque simple, dont tout ce qui est clair est restauré.</translation>
    </message>
    <message>
        <source>The mask touches no face, so nothing is borrowed from references.</source>
        <translation>Le masque ne touche aucun visage, donc rien n’est emprunté aux références.</translation>
    </message>
    <message>
        <source>The name is not allowed.</source>
        <translation>Le nom n’est pas permis.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>The network for damage is not installed, or its file is damaged: damage was looked for by filters alone, which take more for damage that is none.</source>
        <translation>Le réseau des dégâts n’est pas installé, ou son fichier est endommagé&#x202f;: les dégâts ont été recherchés par des filtres seuls, qui voient plus de dégâts là où il n’y en a pas.</translation>
    </message>
    <message>
        <source>The network {network} is run by PyTorch only, which is not installed.</source>
        <translation>Seul PyTorch exécute le réseau {network}, et il n’est pas installé.</translation>
    </message>
    <message>
        <source>The networks did not get the memory they need.</source>
        <translation>Les réseaux n’ont pas obtenu la mémoire dont ils ont besoin.</translation>
    </message>
    <message>
        <source>The networks may be used for non-commercial research only, as the terms of what they learnt from ask: {sources}.</source>
        <translation>Les réseaux ne peuvent servir qu’à la recherche non commerciale, comme l’exigent les conditions de ce dont ils ont appris&#x202f;: {sources}.</translation>
    </message>
    <message>
        <source>The networks that find faces cannot be loaded: eyes and mouths were not left out.</source>
        <translation>Les réseaux qui trouvent les visages ne peuvent pas être chargés&#x202f;: les yeux et les bouches n’ont pas été exclus.</translation>
    </message>
    <message>
        <source>The pack for the graphics card is not installed</source>
        <translation>Le paquet pour la carte graphique n’est pas installé</translation>
    </message>
    <message>
        <source>The package {file} in it is for another computer or Python.</source>
        <translation>Le paquet {file} qu’il contient est pour un autre ordinateur ou un autre Python.</translation>
    </message>
    <message>
        <source>The photo cannot be opened</source>
        <translation>La photo ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>The photo has 16 bits per channel, {name} holds 8.</source>
        <translation>La photo a 16 bits par canal, {name} en contient 8.</translation>
    </message>
    <message>
        <source>The photo has transparency, over which a patch cannot lie exactly.</source>
        <translation>La photo a de la transparence, sur laquelle une retouche ne peut pas se poser exactement.</translation>
    </message>
    <message>
        <source>The photo has transparency, which JPEG cannot hold.</source>
        <translation>La photo a de la transparence, que JPEG ne peut pas contenir.</translation>
    </message>
    <message>
        <source>The photo has {count} projects. The newest is used, {project}, which the window opens, too.</source>
        <translation>La photo a {count} projets. Le plus récent est utilisé, {project}, celui que la fenêtre ouvre aussi.</translation>
    </message>
    <message>
        <source>The photo is in no file.</source>
        <translation>La photo n’est dans aucun fichier.</translation>
    </message>
    <message>
        <source>The photo is no longer where it was.</source>
        <translation>La photo n’est plus où elle était.</translation>
    </message>
    <message>
        <source>The photo lies on its side; the face was found as it lies.</source>
        <translation>La photo est couchée&#x202f;; le visage a été trouvé dans ce sens.</translation>
    </message>
    <message>
        <source>The photo lies upside down; the face was found as it lies.</source>
        <translation>La photo est renversée&#x202f;; le visage a été trouvé dans ce sens.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet has faults that some programs do not forgive; it was kept, and what was done to the photo stands in the record too.</source>
        <translation>Le paquet XMP de la photo a des défauts que certains programmes ne pardonnent pas&#x202f;; il a été gardé, et ce qui a été fait à la photo est aussi dans la fiche.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet is damaged or too large and was kept as it is; what was done to the photo stands in the record only.</source>
        <translation>Le paquet XMP de la photo est endommagé ou trop grand et a été gardé tel quel&#x202f;; ce qui a été fait à la photo n’est que dans la fiche.</translation>
    </message>
    <message>
        <source>The picture has colours, and a mask has none.</source>
        <translation>L’image a des couleurs, et un masque n’en a pas.</translation>
    </message>
    <message>
        <source>The picture has few colours and transparency.</source>
        <translation>L’image a peu de couleurs et de la transparence.</translation>
    </message>
    <message>
        <source>The picture has floating-point, signed or 32-bit samples.</source>
        <translation>L’image a des valeurs à virgule flottante, signées ou à 32 bits.</translation>
    </message>
    <message>
        <source>The picture has too many channels for its size.</source>
        <translation>L’image a trop de canaux pour sa taille.</translation>
    </message>
    <message>
        <source>The picture has {bits} bits per channel.</source>
        <translation>L’image a {bits} bits par canal.</translation>
    </message>
    <message>
        <source>The picture has {count} channels.</source>
        <translation>L’image a {count} canaux.</translation>
    </message>
    <message>
        <source>The picture is a stack of many, as microscopes make them.</source>
        <translation>L’image est une pile de plusieurs, comme en font les microscopes.</translation>
    </message>
    <message>
        <source>The picture is compressed in a rare way.</source>
        <translation>L’image est compressée d’une façon rare.</translation>
    </message>
    <message>
        <source>The picture is made for printing (CMYK).</source>
        <translation>L’image est faite pour l’impression (CMJN).</translation>
    </message>
    <message>
        <source>The picture is stored in too many parts ({count}).</source>
        <translation>L’image est enregistrée en trop de parties ({count}).</translation>
    </message>
    <message>
        <source>The picture is too large: {width} x {height} pixels, {limit} million are allowed.</source>
        <translation>L’image est trop grande&#x202f;: {width} x {height} pixels, {limit} millions sont permis.</translation>
    </message>
    <message>
        <source>The picture is too long: {width} x {height} pixels, {limit} a side are allowed.</source>
        <translation>L’image est trop longue&#x202f;: {width} x {height} pixels, {limit} par côté sont permis.</translation>
    </message>
    <message>
        <source>The picture of origins is saved as PNG.</source>
        <translation>L’image des origines est enregistrée en PNG.</translation>
    </message>
    <message>
        <source>The picture&apos;s channels have different depths.</source>
        <translation>Les canaux de l’image ont des profondeurs différentes.</translation>
    </message>
    <message>
        <source>The picture&apos;s colours are of a kind we cannot read ({name}).</source>
        <translation>Les couleurs de l’image sont d’un type que nous ne pouvons pas lire ({name}).</translation>
    </message>
    <message>
        <source>The picture&apos;s samples are neither 8 nor 16 bits.</source>
        <translation>Les valeurs de l’image ne sont ni à 8 ni à 16 bits.</translation>
    </message>
    <message>
        <source>The points lie outside the photo, which has {width} x {height} pixels.</source>
        <translation>Les points sont hors de la photo, qui a {width} x {height} pixels.</translation>
    </message>
    <message>
        <source>The points lie outside the photo.</source>
        <translation>Les points sont hors de la photo.</translation>
    </message>
    <message>
        <source>The points on the left and on the right were given in exchanged order, and were put in order: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo.</source>
        <translation>Les points de gauche et de droite étaient donnés en ordre inverse, et ont été remis en ordre&#x202f;: œil à gauche, œil à droite, pointe du nez, coins gauche et droit de la bouche tels qu’on les voit dans la photo.</translation>
    </message>
    <message>
        <source>The process of the networks ended before it said anything.</source>
        <translation>Le processus des réseaux s’est terminé avant d’avoir rien dit.</translation>
    </message>
    <message>
        <source>The process that looked for damage ended while it was at this photo.</source>
        <translation>Le processus qui recherchait les dégâts s’est terminé alors qu’il en était à cette photo.</translation>
    </message>
    <message>
        <source>The process that restores ended {count} times while it was at this photo ({reason}), so it was set aside. Restore it by itself, or try again what failed.</source>
        <translation>Le processus qui restaure s’est terminé {count} fois à cette photo ({reason}), elle a donc été mise de côté. Restaurez-la seule, ou réessayez ce qui a échoué.</translation>
    </message>
    <message>
        <source>The process that runs the networks ended unexpectedly. The mask and the layout are untouched.</source>
        <translation>Le processus qui fait tourner les réseaux s’est terminé de façon inattendue. Le masque et la carte sont intacts.</translation>
    </message>
    <message>
        <source>The program does not know the package {file} in it.</source>
        <translation>Le programme ne connaît pas le paquet {file} qu’il contient.</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>Le projet ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>The project ends too early, or something was added to it.</source>
        <translation>Le projet finit trop tôt, ou quelque chose y a été ajouté.</translation>
    </message>
    <message>
        <source>The project is too large for this program.</source>
        <translation>Le projet est trop grand pour ce programme.</translation>
    </message>
    <message>
        <source>The project takes more than 2 GB.</source>
        <translation>Le projet prend plus de 2&#xa0;Go.</translation>
    </message>
    <message>
        <source>The project was saved by a newer facerestore.</source>
        <translation>Le projet a été enregistré par un facerestore plus récent.</translation>
    </message>
    <message>
        <source>The record of the result goes here, but this file belongs to something else.</source>
        <translation>La fiche du résultat va ici, mais ce fichier appartient à autre chose.</translation>
    </message>
    <message>
        <source>The references belong to the largest of the faces that are restored.</source>
        <translation>Les références appartiennent au plus grand des visages qui sont restaurés.</translation>
    </message>
    <message>
        <source>The restoration failed</source>
        <translation>La restauration a échoué</translation>
    </message>
    <message>
        <source>The restorer {name} borrows from no other photograph.</source>
        <translation>La méthode de restauration {name} n’emprunte à aucune autre photographie.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no face.</source>
        <translation>La méthode de restauration {name} ne regarde aucun visage.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no layout.</source>
        <translation>La méthode de restauration {name} ne regarde aucune carte.</translation>
    </message>
    <message>
        <source>The restorer {name} needs networks that the weights for paid work do not have: faces with drawn layouts are there for research only.</source>
        <translation>La méthode {name} demande des réseaux que les poids pour un travail payé n’ont pas : des visages aux dispositions dessinées n’existent que pour la recherche.</translation>
    </message>
    <message>
        <source>The result does not hold this of the photo&apos;s file: {what}.</source>
        <translation>Le résultat ne contient pas ceci du fichier de la photo&#x202f;: {what}.</translation>
    </message>
    <message>
        <source>The result of {photo} is not the one that was restored.</source>
        <translation>Le résultat de {photo} n’est pas celui qui a été restauré.</translation>
    </message>
    <message>
        <source>The result of {photo} would be called {name}, as a photo of the batch is.</source>
        <translation>Le résultat de {photo}&#xa0;s’appellerait {name}, comme une photo du lot.</translation>
    </message>
    <message>
        <source>The result was straightened by {degrees} degrees: every pixel of it was resampled, once.</source>
        <translation>Le résultat a été redressé de {degrees} degrés&#x202f;: chaque pixel a été rééchantillonné, une seule fois.</translation>
    </message>
    <message>
        <source>The result was written, and is not there any more.</source>
        <translation>Le résultat a été écrit, et n’est plus là.</translation>
    </message>
    <message>
        <source>The results need about {needed} GB, and the disk has {free} GB free.</source>
        <translation>Les résultats demandent environ {needed}&#xa0;Go, et le disque a {free}&#xa0;Go libres.</translation>
    </message>
    <message>
        <source>The same person, not taken because at most {most} references are used and these are less alike in pose or less sharp: {files}.</source>
        <translation>La même personne, mais pas prises, car {most} références au plus sont utilisées et celles-ci sont moins proches par la pose ou moins nettes&#x202f;: {files}.</translation>
    </message>
    <message>
        <source>The system refuses to write it ({reason}).</source>
        <translation>Le système refuse de l’écrire ({reason}).</translation>
    </message>
    <message>
        <source>The terms of the networks: {terms}.</source>
        <translation>Les conditions des réseaux&#x202f;: {terms}.</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read.</source>
        <translation>Le fichier de poids {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: {problem}.</source>
        <translation>Le fichier de poids {file} est endommagé&#x202f;: {problem}.</translation>
    </message>
    <message>
        <source>The weights file {file} is not whole ({found}).</source>
        <translation>Le fichier de poids {file} n’est pas entier ({found}).</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for it.</source>
        <translation>Les poids pour un travail payé n’ont pas de réseau pour cela.</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for this ({task}): what it would learn from is there for research only.</source>
        <translation>Les poids pour un travail payé n’ont pas de réseau pour cela ({task}) : ce dont il apprendrait n’existe que pour la recherche.</translation>
    </message>
    <message>
        <source>The whole photo is to be restored, so there is nothing to continue it from.</source>
        <translation>Toute la photo est à restaurer, il n’y a donc rien d’où la prolonger.</translation>
    </message>
    <message>
        <source>There are no exported networks in {folder}.</source>
        <translation>Il n’y a pas de réseaux exportés dans {folder}.</translation>
    </message>
    <message>
        <source>There are no weights for the task {task!r} in {folder}.</source>
        <translation>Il n’y a pas de poids pour la tâche {task!r} dans {folder}.</translation>
    </message>
    <message>
        <source>There are no weights of {name} in {folder}.</source>
        <translation>Il n’y a pas de poids de {name} dans {folder}.</translation>
    </message>
    <message>
        <source>There are stray bytes between the parts of the file; they were passed over.</source>
        <translation>Il y a des octets égarés entre les parties du fichier&#x202f;; ils ont été sautés.</translation>
    </message>
    <message>
        <source>There are {count} references; a face borrows from at most {most}.</source>
        <translation>Il y a {count} références&#x202f;; un visage emprunte à {most} au plus.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Il y a déjà un fichier de ce nom.</translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation>Il y a un dossier de ce nom.</translation>
    </message>
    <message>
        <source>There is no field {field}.</source>
        <translation>Il n’y a pas de champ {field}.</translation>
    </message>
    <message>
        <source>There is no folder for it.</source>
        <translation>Il n’y a pas de dossier pour cela.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Il n’y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <source>There is no manifest of weights in {folder}.</source>
        <translation>Il n’y a pas de manifeste des poids dans {folder}.</translation>
    </message>
    <message>
        <source>There is no mask {file}.</source>
        <translation>Il n’y a pas de masque {file}.</translation>
    </message>
    <message>
        <source>There is no photo in {folder}.</source>
        <translation>Il n’y a pas de photo dans {folder}.</translation>
    </message>
    <message>
        <source>There is no result of {photo} to be reviewed.</source>
        <translation>Il n’y a pas de résultat de {photo} à examiner.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Il n’y a pas assez de mémoire</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo. Close other programs.</source>
        <translation>Il n’y a pas assez de mémoire pour cette photo. Fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>There is nothing in it to recover.</source>
        <translation>Il n’y a rien à y récupérer.</translation>
    </message>
    <message>
        <source>There is too little memory to put the result into this photo of {size} megapixels.</source>
        <translation>Il y a trop peu de mémoire pour mettre le résultat dans cette photo de {size} mégapixels.</translation>
    </message>
    <message>
        <source>This cannot be meant</source>
        <translation>Cela ne peut pas être voulu</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>C’est un dossier.</translation>
    </message>
    <message>
        <source>This is an original, which is never overwritten.</source>
        <translation>C’est un original, qui n’est jamais écrasé.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>This way to restore needs the network {network}, which is not installed in {folder}.</source>
        <translation>Cette méthode de restauration a besoin du réseau {network}, qui n’est pas installé dans {folder}.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the log (Help menu).</source>
        <translation>Réessayez. Si cela se reproduit, signalez-le avec le journal (menu Aide).</translation>
    </message>
    <message>
        <source>Try again: a new process starts by itself.</source>
        <translation>Réessayez&#x202f;: un nouveau processus démarre de lui-même.</translation>
    </message>
    <message>
        <source>Update this program, and open it again.</source>
        <translation>Mettez ce programme à jour, et ouvrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Use another copy of it, or predict the layout again.</source>
        <translation>Utilisez-en une autre copie, ou prédisez la carte à nouveau.</translation>
    </message>
    <message>
        <source>Use another copy of it, or scan the picture again.</source>
        <translation>Utilisez-en une autre copie, ou numérisez l’image à nouveau.</translation>
    </message>
    <message>
        <source>Use another copy of it.</source>
        <translation>Utilisez-en une autre copie.</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another output folder.</source>
        <translation>Attendez qu’il soit fini, ou choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>We cannot write files without a suffix.</source>
        <translation>Nous ne pouvons pas écrire de fichiers sans extension.</translation>
    </message>
    <message>
        <source>We cannot write {suffix}.</source>
        <translation>Nous ne pouvons pas écrire {suffix}.</translation>
    </message>
    <message>
        <source>WebP needs about {needed} MB of memory for a photo of this size, and {free} MB are free.</source>
        <translation>WebP a besoin d’environ {needed}&#xa0;Mo de mémoire pour une photo de cette taille, et {free}&#xa0;Mo sont libres.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>What the infrared channel shows was not recognised in the picture, so that the two could not be laid over one another. Its places may be some pixels off.</source>
        <translation>Ce que montre le canal infrarouge n’a pas été reconnu dans l’image, si bien que les deux n’ont pas pu être superposés. Ses endroits peuvent être décalés de quelques pixels.</translation>
    </message>
    <message>
        <source>What the project of {file} masks in it is not borrowed.</source>
        <translation>Ce que le projet de {file} y masque n’est pas emprunté.</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Photo entière (IN2)</translation>
    </message>
    <message>
        <source>Write one of these three words.</source>
        <translation>Écrivez l’un de ces trois mots.</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>Votre quota sur le disque est épuisé.</translation>
    </message>
    <message>
        <source>a box has no size</source>
        <translation>un cadre n’a pas de taille</translation>
    </message>
    <message>
        <source>a box lacks a side</source>
        <translation>il manque un côté à un cadre</translation>
    </message>
    <message>
        <source>a candidate belongs to no face</source>
        <translation>une variante n’appartient à aucun visage</translation>
    </message>
    <message>
        <source>a change has another length than its box</source>
        <translation>une modification a une autre longueur que son cadre</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>une somme de contrôle est fausse</translation>
    </message>
    <message>
        <source>a choice of candidates makes no sense</source>
        <translation>un choix de variantes n’a pas de sens</translation>
    </message>
    <message>
        <source>a class of damage is treated in an unknown way</source>
        <translation>une classe de dégâts est traitée d’une façon inconnue</translation>
    </message>
    <message>
        <source>a crop has no place</source>
        <translation>un recadrage n’a pas de place</translation>
    </message>
    <message>
        <source>a face borrows from others than it names</source>
        <translation>un visage emprunte à d’autres que ceux qu’il nomme</translation>
    </message>
    <message>
        <source>a face has another size than it says</source>
        <translation>un visage a une autre taille qu’il ne dit</translation>
    </message>
    <message>
        <source>a face has values that are no colours</source>
        <translation>un visage a des valeurs qui ne sont pas des couleurs</translation>
    </message>
    <message>
        <source>a face hides more than all of it</source>
        <translation>un visage cache plus que sa totalité</translation>
    </message>
    <message>
        <source>a font has them</source>
        <translation>une police les a</translation>
    </message>
    <message>
        <source>a further page</source>
        <translation>une autre page</translation>
    </message>
    <message>
        <source>a further picture (only the first is restored)</source>
        <translation>une autre image (seule la première est restaurée)</translation>
    </message>
    <message>
        <source>a layout makes no sense</source>
        <translation>une carte n’a pas de sens</translation>
    </message>
    <message>
        <source>a mask is neither black nor white</source>
        <translation>un masque n’est ni noir ni blanc</translation>
    </message>
    <message>
        <source>a page with an extra channel (infrared)</source>
        <translation>une page avec un canal supplémentaire (infrarouge)</translation>
    </message>
    <message>
        <source>a part claims to be larger than the whole</source>
        <translation>une partie prétend être plus grande que le tout</translation>
    </message>
    <message>
        <source>a part is stored in a way that this program does not use</source>
        <translation>une partie est enregistrée d’une façon que ce programme n’utilise pas</translation>
    </message>
    <message>
        <source>a part of the picture is missing</source>
        <translation>il manque une partie de l’image</translation>
    </message>
    <message>
        <source>a place of it has no pixels</source>
        <translation>un de ses endroits n’a pas de pixels</translation>
    </message>
    <message>
        <source>a place of it lies outside its scan</source>
        <translation>un de ses endroits est hors de sa numérisation</translation>
    </message>
    <message>
        <source>a record has another length than it says</source>
        <translation>un enregistrement a une autre longueur qu’il ne dit</translation>
    </message>
    <message>
        <source>a record lacks an array</source>
        <translation>il manque un tableau à un enregistrement</translation>
    </message>
    <message>
        <source>a reference has another size than faces have</source>
        <translation>une référence a une autre taille que les visages</translation>
    </message>
    <message>
        <source>a reference lends a part that no face has</source>
        <translation>une référence prête une partie qu’aucun visage n’a</translation>
    </message>
    <message>
        <source>a resolution without a unit</source>
        <translation>une résolution sans unité</translation>
    </message>
    <message>
        <source>a result does not cover its mask</source>
        <translation>un résultat ne couvre pas son masque</translation>
    </message>
    <message>
        <source>a result lies outside its photo</source>
        <translation>un résultat est hors de sa photo</translation>
    </message>
    <message>
        <source>a second channel of transparency</source>
        <translation>un second canal de transparence</translation>
    </message>
    <message>
        <source>a smaller copy of the picture (preview)</source>
        <translation>une copie plus petite de l’image (aperçu)</translation>
    </message>
    <message>
        <source>an array cannot be unpacked</source>
        <translation>un tableau ne peut pas être décompressé</translation>
    </message>
    <message>
        <source>an array is too long</source>
        <translation>un tableau est trop long</translation>
    </message>
    <message>
        <source>an earlier result has no picture</source>
        <translation>un résultat antérieur n’a pas d’image</translation>
    </message>
    <message>
        <source>an earlier result is of no face</source>
        <translation>un résultat antérieur n’appartient à aucun visage</translation>
    </message>
    <message>
        <source>an earlier result makes no sense</source>
        <translation>un résultat antérieur n’a pas de sens</translation>
    </message>
    <message>
        <source>an extra channel (infrared or a spot colour)</source>
        <translation>un canal supplémentaire (infrarouge ou ton direct)</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>can be read and written</source>
        <translation>peut être lu et écrit</translation>
    </message>
    <message>
        <source>chunks of PNG that we do not know</source>
        <translation>des blocs PNG que nous ne connaissons pas</translation>
    </message>
    <message>
        <source>colours premultiplied with their transparency (alpha); they were divided by it</source>
        <translation>des couleurs prémultipliées par leur transparence (alpha)&#x202f;; elles ont été divisées par elle</translation>
    </message>
    <message>
        <source>content credentials (C2PA), which hold for the unchanged file only</source>
        <translation>des informations d’authenticité (C2PA), qui ne valent que pour le fichier inchangé</translation>
    </message>
    <message>
        <source>cpu ({library}, 1 thread)</source>
        <translation>processeur ({library}, 1 fil)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads)</source>
        <translation>processeur ({library}, {count} fils)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads; {also} by PyTorch)</source>
        <translation>processeur ({library}, {count} fils ; {also} par PyTorch)</translation>
    </message>
    <message>
        <source>data after the end of the picture</source>
        <translation>des données après la fin de l’image</translation>
    </message>
    <message>
        <source>data of a kind that we do not know</source>
        <translation>des données d’un type que nous ne connaissons pas</translation>
    </message>
    <message>
        <source>display</source>
        <translation>écran</translation>
    </message>
    <message>
        <source>examination failed</source>
        <translation>l’examen a échoué</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>code de sortie {code}</translation>
    </message>
    <message>
        <source>folder of crash reports</source>
        <translation>dossier des rapports de plantage</translation>
    </message>
    <message>
        <source>folder of networks</source>
        <translation>dossier des réseaux</translation>
    </message>
    <message>
        <source>folder of projects</source>
        <translation>dossier des projets</translation>
    </message>
    <message>
        <source>folder of settings</source>
        <translation>dossier des réglages</translation>
    </message>
    <message>
        <source>folder of the log</source>
        <translation>dossier du journal</translation>
    </message>
    <message>
        <source>folder of unsaved work</source>
        <translation>dossier du travail non enregistré</translation>
    </message>
    <message>
        <source>installed in</source>
        <translation>installé dans</translation>
    </message>
    <message>
        <source>is read as another picture</source>
        <translation>est lu comme une autre image</translation>
    </message>
    <message>
        <source>it begins twice</source>
        <translation>il commence deux fois</translation>
    </message>
    <message>
        <source>it claims to have no pixels</source>
        <translation>il prétend n’avoir aucun pixel</translation>
    </message>
    <message>
        <source>it edits a layout that is not there</source>
        <translation>il modifie une carte qui n’est pas là</translation>
    </message>
    <message>
        <source>it edits outside the photo</source>
        <translation>il modifie hors de la photo</translation>
    </message>
    <message>
        <source>it has a record of an unknown kind</source>
        <translation>il a un enregistrement d’un type inconnu</translation>
    </message>
    <message>
        <source>it has far too many parts</source>
        <translation>il a beaucoup trop de parties</translation>
    </message>
    <message>
        <source>it has no header or no picture</source>
        <translation>il n’a pas d’en-tête ou pas d’image</translation>
    </message>
    <message>
        <source>it has no header, or two</source>
        <translation>il n’a pas d’en-tête, ou en a deux</translation>
    </message>
    <message>
        <source>it has no list of contents</source>
        <translation>il n’a pas de liste de contenu</translation>
    </message>
    <message>
        <source>it has no picture, or far too many parts</source>
        <translation>il n’a pas d’image, ou beaucoup trop de parties</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>il a trop de parties</translation>
    </message>
    <message>
        <source>it holds other parts than it says</source>
        <translation>il contient d’autres parties qu’il ne dit</translation>
    </message>
    <message>
        <source>it keeps too many results</source>
        <translation>il contient trop de résultats</translation>
    </message>
    <message>
        <source>it lacks a part</source>
        <translation>il lui manque une partie</translation>
    </message>
    <message>
        <source>it lacks pixels that were painted by hand</source>
        <translation>il manque des pixels peints à la main</translation>
    </message>
    <message>
        <source>it names a kind of damage that there is not</source>
        <translation>il nomme une sorte de dégât qui n’existe pas</translation>
    </message>
    <message>
        <source>it names a photo that cannot be</source>
        <translation>il nomme une photo qui ne peut pas exister</translation>
    </message>
    <message>
        <source>it names a reference that it does not hold</source>
        <translation>il nomme une référence qu’il ne contient pas</translation>
    </message>
    <message>
        <source>it speaks of a scan that is too large</source>
        <translation>il parle d’une numérisation trop grande</translation>
    </message>
    <message>
        <source>it turns another photo</source>
        <translation>il tourne une autre photo</translation>
    </message>
    <message>
        <source>it was painted by hand outside the photo</source>
        <translation>on y a peint à la main hors de la photo</translation>
    </message>
    <message>
        <source>its candidates are of another kind</source>
        <translation>ses variantes sont d’un autre type</translation>
    </message>
    <message>
        <source>its candidates have no name</source>
        <translation>ses variantes n’ont pas de nom</translation>
    </message>
    <message>
        <source>its candidates lie outside the photo</source>
        <translation>ses variantes sont en dehors de la photo</translation>
    </message>
    <message>
        <source>its classes of damage make no sense</source>
        <translation>ses classes de dégâts n’ont pas de sens</translation>
    </message>
    <message>
        <source>its content cannot be decoded</source>
        <translation>son contenu ne peut pas être décodé</translation>
    </message>
    <message>
        <source>its crop has no whole pixels</source>
        <translation>son recadrage n’a pas de pixels entiers</translation>
    </message>
    <message>
        <source>its crop reaches beyond the photo</source>
        <translation>son recadrage dépasse la photo</translation>
    </message>
    <message>
        <source>its header is wrong</source>
        <translation>son en-tête est faux</translation>
    </message>
    <message>
        <source>its list of contents is missing, as if it ended too early</source>
        <translation>sa table des matières manque, comme s’il finissait trop tôt</translation>
    </message>
    <message>
        <source>its list of contents is too long</source>
        <translation>sa table des matières est trop longue</translation>
    </message>
    <message>
        <source>its mask has values that mean nothing</source>
        <translation>son masque a des valeurs qui ne signifient rien</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>sa palette manque</translation>
    </message>
    <message>
        <source>its parts lie over one another</source>
        <translation>ses parties se recouvrent</translation>
    </message>
    <message>
        <source>its photo cannot lie so</source>
        <translation>sa photo ne peut pas être placée ainsi</translation>
    </message>
    <message>
        <source>its points make no face</source>
        <translation>ses points ne forment pas un visage</translation>
    </message>
    <message>
        <source>its tags lie over one another</source>
        <translation>ses balises se recouvrent</translation>
    </message>
    <message>
        <source>log</source>
        <translation>journal</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>les réseaux tournent sur</translation>
    </message>
    <message>
        <source>no font has them</source>
        <translation>aucune police ne les a</translation>
    </message>
    <message>
        <source>no network is installed for this task</source>
        <translation>aucun réseau n’est installé pour cette tâche</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>non installé</translation>
    </message>
    <message>
        <source>not part of this set: faces are not painted by networks</source>
        <translation>absent de ce jeu : les visages ne sont pas peints par des réseaux</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>du système</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>plateforme</translation>
    </message>
    <message>
        <source>restored as {photo}, its result is renamed</source>
        <translation>restaurée comme {photo}, son résultat est renommé</translation>
    </message>
    <message>
        <source>room in this folder</source>
        <translation>place dans ce dossier</translation>
    </message>
    <message>
        <source>set of weights</source>
        <translation>jeu de poids</translation>
    </message>
    <message>
        <source>some of the camera&apos;s tags</source>
        <translation>certaines balises de l’appareil photo</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>des textes</translation>
    </message>
    <message>
        <source>that the colours are sRGB</source>
        <translation>que les couleurs sont en sRGB</translation>
    </message>
    <message>
        <source>the EXIF block</source>
        <translation>le bloc EXIF</translation>
    </message>
    <message>
        <source>the IPTC block</source>
        <translation>le bloc IPTC</translation>
    </message>
    <message>
        <source>the XMP packet</source>
        <translation>le paquet XMP</translation>
    </message>
    <message>
        <source>the background colour</source>
        <translation>la couleur de fond</translation>
    </message>
    <message>
        <source>the brightness it was made for (cLLI)</source>
        <translation>la luminosité pour laquelle elle a été faite (cLLI)</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>le profil de couleur</translation>
    </message>
    <message>
        <source>the colour space (cICP)</source>
        <translation>l’espace colorimétrique (cICP)</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>le commentaire</translation>
    </message>
    <message>
        <source>the detail of a result has an unknown strength</source>
        <translation>le détail d’un résultat a une intensité inconnue</translation>
    </message>
    <message>
        <source>the display it was made for (mDCV)</source>
        <translation>l’écran pour lequel elle a été faite (mDCV)</translation>
    </message>
    <message>
        <source>the extended part of the XMP packet</source>
        <translation>la partie étendue du paquet XMP</translation>
    </message>
    <message>
        <source>the gamma of the colours (gAMA)</source>
        <translation>le gamma des couleurs (gAMA)</translation>
    </message>
    <message>
        <source>the layers of Photoshop</source>
        <translation>les calques de Photoshop</translation>
    </message>
    <message>
        <source>the number of significant bits (sBIT)</source>
        <translation>le nombre de bits significatifs (sBIT)</translation>
    </message>
    <message>
        <source>the picture data are broken</source>
        <translation>les données de l’image sont corrompues</translation>
    </message>
    <message>
        <source>the primaries of the colours (cHRM)</source>
        <translation>les primaires des couleurs (cHRM)</translation>
    </message>
    <message>
        <source>the process that looked at this ended with {code}</source>
        <translation>le processus qui l’examinait s’est terminé avec {code}</translation>
    </message>
    <message>
        <source>the process that looked at this gave no answer within {seconds:.0f} s</source>
        <translation>le processus qui l’examinait n’a pas répondu en {seconds:.0f} s</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>la résolution</translation>
    </message>
    <message>
        <source>the time of the last change</source>
        <translation>l’heure de la dernière modification</translation>
    </message>
    <message>
        <source>the transfer function of the colours</source>
        <translation>la fonction de transfert des couleurs</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>la transparence</translation>
    </message>
    <message>
        <source>the window has its words</source>
        <translation>la fenêtre a ses mots</translation>
    </message>
    <message>
        <source>the words of the window are missing</source>
        <translation>les mots de la fenêtre manquent</translation>
    </message>
    <message>
        <source>two parts have one name</source>
        <translation>deux parties ont le même nom</translation>
    </message>
    <message>
        <source>what Photoshop keeps (paths, guides)</source>
        <translation>ce que Photoshop garde (tracés, repères)</translation>
    </message>
    <message>
        <source>what was painted by hand is of another photo</source>
        <translation>ce qui a été peint à la main est d’une autre photo</translation>
    </message>
    <message>
        <source>what was painted by hand is of no photo</source>
        <translation>ce qui a été peint à la main n’appartient à aucune photo</translation>
    </message>
    <message>
        <source>what was painted by hand makes no sense</source>
        <translation>ce qui a été peint à la main n’a pas de sens</translation>
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
        <translation>{device} ({library} ; {also} par PyTorch)</translation>
    </message>
    <message>
        <source>{device}. {reason}</source>
        <translation>{device}. {reason}</translation>
    </message>
    <message>
        <source>{file} is called like a mask, and waits for its photo.</source>
        <translation>{file} porte un nom de masque, et attend sa photo.</translation>
    </message>
    <message>
        <source>{file} may show another person: its face is {distance} away from the damaged one, and photographs of one person mostly lie within {threshold}. It was used, because you named it.</source>
        <translation>{file} montre peut-être une autre personne&#x202f;: son visage est à {distance} du visage abîmé, et les photographies d’une même personne sont presque toujours à moins de {threshold}. Elle a été utilisée parce que vous l’avez indiquée.</translation>
    </message>
    <message>
        <source>{folder} is back.</source>
        <translation>{folder} est de retour.</translation>
    </message>
    <message>
        <source>{folder} is out of reach. It goes on when it is back.</source>
        <translation>{folder} est hors d’atteinte. Le travail continuera à son retour.</translation>
    </message>
    <message>
        <source>{free} of {total} MB free</source>
        <translation>{free} Mo libres sur {total}</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} ne peut pas être lu</translation>
    </message>
    <message>
        <source>{name} does not fit into memory.</source>
        <translation>{name} ne tient pas en mémoire.</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} a une autre taille qu’il ne dit</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels and the scan has not: it was not used as its infrared.</source>
        <translation>{name} a {width} x {height} pixels et la numérisation non&#x202f;: il n’a pas servi d’infrarouge.</translation>
    </message>
    <message>
        <source>{name} is always compressed.</source>
        <translation>{name} est toujours compressé.</translation>
    </message>
    <message>
        <source>{name} is no name for a file on Windows.</source>
        <translation>{name} n’est pas un nom de fichier sous Windows.</translation>
    </message>
    <message>
        <source>{name} is not a PNG picture</source>
        <translation>{name} n’est pas une image PNG</translation>
    </message>
    <message>
        <source>{name} needs about {needed} MB of memory to be restored, and {free} MB are free.</source>
        <translation>{name} a besoin d’environ {needed}&#xa0;Mo de mémoire pour être restaurée, et {free}&#xa0;Mo sont libres.</translation>
    </message>
    <message>
        <source>{name} ought to be the infrared of this scan, and was not used. {reason}</source>
        <translation>{name} devrait être l’infrarouge de cette numérisation, et n’a pas été utilisé. {reason}</translation>
    </message>
    <message>
        <source>{name}, for paid work too</source>
        <translation>{name}, aussi pour un travail payé</translation>
    </message>
    <message>
        <source>{place} cannot be written to</source>
        <translation>impossible d’écrire dans {place}</translation>
    </message>
    <message>
        <source>{place}, {free} MB free</source>
        <translation>{place}, {free} Mo libres</translation>
    </message>
    <message>
        <source>{problem} PyTorch runs the networks.</source>
        <translation>{problem} PyTorch exécute les réseaux.</translation>
    </message>
    <message>
        <source>{sentence} It was left out. {advice}</source>
        <translation>{sentence} Cela a été laissé de côté. {advice}</translation>
    </message>
    <message>
        <source>{sentence} {advice}</source>
        <translation>{sentence} {advice}</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}), so the album was not searched. Name photographs of the person with --reference.</source>
        <translation>{share} du visage est caché, trop pour dire qui c’est (au plus {most}), donc l’album n’a pas été parcouru. Indiquez des photographies de la personne avec --reference.</translation>
    </message>
    <message>
        <source>{share} of what was to be restored lies in no face that was found; it was filled from its surroundings, without a network.</source>
        <translation>{share} de ce qui était à restaurer n’est dans aucun visage trouvé&#x202f;; cela a été rempli d’après l’entourage, sans réseau.</translation>
    </message>
    <message>
        <source>{strangers} may show another person: the restored face is {farthest} away (limit {unlike}), and {distance} from the photograph that is most like it.</source>
        <translation>{strangers} montre peut-être une autre personne&#x202f;: le visage restauré est à {farthest} (limite {unlike}), et à {distance} de la photographie qui lui ressemble le plus.</translation>
    </message>
</context>
<context>
    <name>FaceClasses</name>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Lunettes</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Œil gauche</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Œil droit</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Sourcil gauche</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Sourcil droit</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Oreille gauche</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Oreille droite</translation>
    </message>
    <message>
        <source>Mouth (inside)</source>
        <translation>Bouche (intérieur)</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Lèvre supérieure</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Lèvre inférieure</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Boucle d’oreille</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Collier</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cou</translation>
    </message>
    <message>
        <source>Cloth</source>
        <translation>Vêtement</translation>
    </message>
</context>
<context>
    <name>FaceClassesInSentences</name>
    <message>
        <source>background</source>
        <translation>fond</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>peau</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nez</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>lunettes</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>œil gauche</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>œil droit</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>sourcil gauche</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>sourcil droit</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreille gauche</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreille droite</translation>
    </message>
    <message>
        <source>mouth (inside)</source>
        <translation>bouche (intérieur)</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>lèvre supérieure</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>lèvre inférieure</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>cheveux</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>chapeau</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>boucle d’oreille</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>collier</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cou</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>vêtement</translation>
    </message>
</context>
<context>
    <name>FaceParts</name>
    <message>
        <source>Whole face</source>
        <translation>Visage entier</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Eye on the left</source>
        <translation>Œil à gauche</translation>
    </message>
    <message>
        <source>Eye on the right</source>
        <translation>Œil à droite</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Sourcils</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Oreilles</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>Clothes and background</source>
        <translation>Vêtements et fond</translation>
    </message>
</context>
<context>
    <name>FacePoints</name>
    <message>
        <source>eye on the left</source>
        <translation>œil à gauche</translation>
    </message>
    <message>
        <source>eye on the right</source>
        <translation>œil à droite</translation>
    </message>
    <message>
        <source>nose tip</source>
        <translation>pointe du nez</translation>
    </message>
    <message>
        <source>mouth corner on the left</source>
        <translation>coin de la bouche à gauche</translation>
    </message>
    <message>
        <source>mouth corner on the right</source>
        <translation>coin de la bouche à droite</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>No face yet.</source>
        <translation>Pas encore de visage.</translation>
    </message>
    <message>
        <source>The face whose points and layout you edit; one without its tick is left as it is. They are restored in this order, at first row by row in a group, else the largest before the others; one that you place gets the next number. The numbers are those on the photo.</source>
        <translation>Le visage dont vous modifiez les points et la carte&#x202f;; sans coche, il reste tel quel. Ils sont restaurés dans cet ordre, au début rangée par rangée dans un groupe, sinon du plus grand au plus petit&#x202f;; un visage que vous placez reçoit le numéro suivant. Les numéros sont ceux de la photo.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>sûr à {share}</translation>
    </message>
    <message>
        <source>with layout</source>
        <translation>avec carte</translation>
    </message>
    <message>
        <source>no layout yet</source>
        <translation>sans carte</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>Face {number}   {source}, {state}</source>
        <translation>Visage {number}   {source}, {state}</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>What is masked is not restored in it: that takes Generate. What was filled by hand is.</source>
        <translation>Ce qui est masqué n’y est pas restauré&#x202f;: il faut d’abord Générer. Ce qui a été rempli à la main y est.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result was made. It is saved as it is in sight; Generate makes it anew.</source>
        <translation>Le masque ou la carte ont changé depuis ce résultat. Il est enregistré tel qu’on le voit&#x202f;; Générer le refait.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Photos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</source>
        <translation>Photos (*.png *.tif *.tiff *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Projects (*.facerestore)</source>
        <translation>Projets (*.facerestore)</translation>
    </message>
    <message>
        <source>Photos and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Photos et projets (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>Masks and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Masques et projets (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>OpenRaster (*.ora);;TIFF, a page for each layer (*.tif *.tiff)</source>
        <translation>OpenRaster (*.ora);;TIFF, une page par calque (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Open a portrait</source>
        <translation>Ouvrir un portrait</translation>
    </message>
    <message>
        <source>Open a portrait or a project</source>
        <translation>Ouvrir un portrait ou un projet</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Ouvrir un dossier de photos</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Où est {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>Importer un masque</translation>
    </message>
    <message>
        <source>Load a layout</source>
        <translation>Charger une carte</translation>
    </message>
    <message>
        <source>Photographs of the same person</source>
        <translation>Photographies de la même personne</translation>
    </message>
    <message>
        <source>Mask or project of the photograph</source>
        <translation>Masque ou projet de la photographie</translation>
    </message>
    <message>
        <source>Look for the person in a folder</source>
        <translation>Rechercher la personne dans un dossier</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>Exporter le masque</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Enregistrer la carte</translation>
    </message>
    <message>
        <source>Save in layers</source>
        <translation>Enregistrer en calques</translation>
    </message>
    <message>
        <source>The photo is turned, straightened or cropped.</source>
        <translation>La photo est tournée, redressée ou recadrée.</translation>
    </message>
    <message>
        <source>Save the layers as the scan lies, or as you see it?</source>
        <translation>Enregistrer les calques tels que la numérisation, ou tels que vous la voyez&#x202f;?</translation>
    </message>
    <message>
        <source>As the scan lies</source>
        <translation>Comme la numérisation</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Telle qu’affichée</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>This would be lost:</source>
        <translation>Ceci serait perdu&#x202f;:</translation>
    </message>
    <message>
        <source>Save all of it as a project first?</source>
        <translation>Enregistrer d’abord le tout comme projet&#x202f;?</translation>
    </message>
    <message>
        <source>A folder is being restored</source>
        <translation>Un dossier est en cours de restauration</translation>
    </message>
    <message>
        <source>Photos that are not restored yet: {count}.</source>
        <translation>Photos qui ne sont pas encore restaurées&#x202f;: {count}.</translation>
    </message>
    <message>
        <source>Stop here? The same folder goes on from there another time.</source>
        <translation>S’arrêter ici&#x202f;? Le même dossier reprendra de là une autre fois.</translation>
    </message>
</context>
<context>
    <name>FileTasks</name>
    <message>
        <source>Find faces</source>
        <translation>Rechercher les visages</translation>
    </message>
    <message>
        <source>How the face lies</source>
        <translation>Sens du visage</translation>
    </message>
    <message>
        <source>Saved as it is in sight</source>
        <translation>Enregistré tel qu’on le voit</translation>
    </message>
    <message>
        <source>{file} has all of the scan, as it lies. Save as viewed is a choice of the dialog that saves.</source>
        <translation>{file} contient tout le scan, dans son sens. La boîte d’enregistrement permet d’enregistrer tel qu’affiché.</translation>
    </message>
    <message>
        <source>Saved, as the scan lies</source>
        <translation>Enregistré dans le sens du scan</translation>
    </message>
    <message>
        <source>Saved; this is to be known of the file</source>
        <translation>Enregistré&#x202f;; à savoir à propos du fichier</translation>
    </message>
    <message>
        <source>Saved as JPEG</source>
        <translation>Enregistré en JPEG</translation>
    </message>
    <message>
        <source>JPEG cannot keep the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG ne peut pas garder exactement les pixels intacts&#x202f;; PNG et TIFF le peuvent.</translation>
    </message>
    <message>
        <source>In which order are the classes numbered?</source>
        <translation>Dans quel ordre les classes sont-elles numérotées&#x202f;?</translation>
    </message>
    <message>
        <source>{name} does not say it, and a wrong order looks plausible.</source>
        <translation>{name} ne le dit pas, et un ordre faux paraît plausible.</translation>
    </message>
    <message>
        <source>{name} names damage classes, but has greys that belong to none of them, as after work in another program. It was read as a plain mask: all that is light is damage.</source>
        <translation>{name} nomme des classes de dégâts, mais a des gris qui n’appartiennent à aucune, comme après un travail dans un autre programme. Il a été lu comme un masque simple&#x202f;: tout ce qui est clair est un dégât.</translation>
    </message>
    <message>
        <source>The mask lost its classes</source>
        <translation>Le masque a perdu ses classes</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>Film fixe</translation>
    </message>
    <message>
        <source>Ring: it has a mask; disc: restored; tick: saved as a picture</source>
        <translation>Anneau : avec masque ; disque : restaurée ; coche : enregistrée comme image</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>rien de fait</translation>
    </message>
    <message>
        <source>has a mask</source>
        <translation>a un masque</translation>
    </message>
    <message>
        <source>restored, not saved as a picture</source>
        <translation>restaurée, pas enregistrée comme image</translation>
    </message>
    <message>
        <source>restored and saved</source>
        <translation>restaurée et enregistrée</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse...</source>
        <translation>Parcourir...</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Parcourir&#x202f;: {name}</translation>
    </message>
</context>
<context>
    <name>FramingPage</name>
    <message>
        <source>Angle of straightening in degrees</source>
        <translation>Angle de redressement en degrés</translation>
    </message>
    <message>
        <source>How far the photo is turned clockwise to stand straight</source>
        <translation>De combien la photo est tournée dans le sens horaire pour être droite</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>{width} x {height} px of {all_width} x {all_height}</source>
        <translation>{width} x {height}&#xa0;px sur {all_width} x {all_height}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Page du guide</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Table des matières du guide</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Rechercher dans cette page</translation>
    </message>
    <message>
        <source>Find before</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>Pas sur cette page</translation>
    </message>
    <message>
        <source>Some of this page is in English.</source>
        <translation>Une partie de cette page est en anglais.</translation>
    </message>
</context>
<context>
    <name>HealTool</name>
    <message>
        <source>All around the brush is damage that is still to be repaired, so there is nothing to take.</source>
        <translation>Tout autour du pinceau, il n’y a que des dégâts encore à réparer&#x202f;; il n’y a donc rien à prendre.</translation>
    </message>
    <message>
        <source>This place cannot be healed</source>
        <translation>Cet endroit ne peut pas être corrigé</translation>
    </message>
</context>
<context>
    <name>HeldKeys</name>
    <message>
        <source>Show the original while the key is held</source>
        <translation>Afficher l’original tant que la touche est maintenue</translation>
    </message>
    <message>
        <source>Move the view while the key is held</source>
        <translation>Déplacer la vue tant que la touche est maintenue</translation>
    </message>
    <message>
        <source>Digit {digit} of a class&apos;s number; 1 and 3 pick class 13</source>
        <translation>Chiffre {digit} du numéro d’une classe&#x202f;; 1 et 3 donnent la classe 13</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drag to move the view. The wheel zooms.</source>
        <translation>Glisser déplace la vue. La molette zoome.</translation>
    </message>
    <message>
        <source>Paint over the damage. The right button erases, Shift+click draws a straight line.</source>
        <translation>Peignez sur les dégâts. Le bouton droit gomme, Maj+clic trace une ligne droite.</translation>
    </message>
    <message>
        <source>What you erase stays as it is in the photo.</source>
        <translation>Ce que vous gommez reste tel quel dans la photo.</translation>
    </message>
    <message>
        <source>Draw round the damage. Alt or the right button takes away.</source>
        <translation>Entourez les dégâts. Alt ou le bouton droit retranche.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes one back.</source>
        <translation>Cliquez sommet par sommet&#x202f;; Entrée ou un double-clic ferme, Retour arrière retire le dernier.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a square, Alt takes away.</source>
        <translation>Glissez d’un coin à l’autre. Maj donne un carré, Alt retranche.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a circle, Alt takes away.</source>
        <translation>Glissez d’un coin à l’autre. Maj donne un cercle, Alt retranche.</translation>
    </message>
    <message>
        <source>Click what has one colour; drag to the right for more of it, to the left for less. Alt takes away.</source>
        <translation>Cliquer sur ce qui a une même couleur&#x202f;; tirer à droite en prend plus, à gauche moins. Alt enlève.</translation>
    </message>
    <message>
        <source>Click both ends of a scratch, or one and Enter. Shift: straight, Alt takes away, Esc gives up.</source>
        <translation>Cliquez sur les deux bouts d’une rayure, ou sur un seul puis Entrée. Maj&#x202f;: tout droit, Alt enlève, Échap abandonne.</translation>
    </message>
    <message>
        <source>Click suggested damage to take or refuse it; trim it with the eraser{keys}.</source>
        <translation>Cliquez sur un dégât suggéré pour l’accepter ou le refuser&#x202f;; rognez-le avec la gomme{keys}.</translation>
    </message>
    <message>
        <source>Paint over a speck or a scratch: it is healed at once. The right button takes that off again.</source>
        <translation>Peignez sur un point ou une rayure&#x202f;: c’est corrigé aussitôt. Le bouton droit le retire.</translation>
    </message>
    <message>
        <source>Alt+click or the right button says where to copy from; then paint over the damage.</source>
        <translation>Alt+clic ou le bouton droit dit d’où copier&#x202f;; peignez ensuite sur les dégâts.</translation>
    </message>
    <message>
        <source>Paint {name} into the layout. The right button paints background.</source>
        <translation>Peignez {name} dans la carte. Le bouton droit peint le fond.</translation>
    </message>
    <message>
        <source>Click a region of the layout to fill it with {name}.</source>
        <translation>Cliquez sur une région de la carte pour la remplir&#x202f;: {name}.</translation>
    </message>
    <message>
        <source>Click the layout to pick a class.</source>
        <translation>Cliquez sur la carte pour prélever une classe.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter fills it with {name}, Backspace takes one back.</source>
        <translation>Cliquez sommet par sommet&#x202f;; Entrée le remplit&#x202f;: {name}, Retour arrière retire le dernier.</translation>
    </message>
    <message>
        <source>Draw roughly round what is {name}: it goes to the edges of the photo nearby.</source>
        <translation>Entourez grossièrement ce qui est {name}&#x202f;: le tracé va aux contours voisins de la photo.</translation>
    </message>
    <message>
        <source>Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it.</source>
        <translation>Cliquez un œil, un sourcil, la bouche ...&#x202f;: glissez-le, ses poignées ou son bouton. Les flèches le déplacent.</translation>
    </message>
    <message>
        <source>Paint what is taken from the candidate in hand; Shift+click takes a whole part.</source>
        <translation>Peignez ce qui est pris de la variante en main&#x202f;; Maj+clic prend une partie entière.</translation>
    </message>
    <message>
        <source>Drag a handle, the crop, or a new one. Shift keeps the ratio of the sides. The scan stays whole.</source>
        <translation>Tirez une poignée, le cadre ou un nouveau. Maj garde les proportions. La numérisation reste entière.</translation>
    </message>
    <message>
        <source>Draw a line along something that should be level or upright, or type the angle.</source>
        <translation>Tracez une ligne le long de ce qui devrait être horizontal ou vertical, ou saisissez l’angle.</translation>
    </message>
    <message>
        <source>Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next.</source>
        <translation>Glissez un point, le cadre ou son coin. Les flèches déplacent un point, Entrée choisit le suivant.</translation>
    </message>
    <message>
        <source>Click the five points of the face.</source>
        <translation>Cliquez sur les cinq points du visage.</translation>
    </message>
    <message>
        <source>Arrow keys and numbers look at other candidates{flip}. Use the one in sight{use}, or Esc goes back.</source>
        <translation>Flèches et chiffres montrent d’autres variantes{flip}. Utiliser celle qui est visible{use}, ou Échap pour revenir.</translation>
    </message>
    <message>
        <source>Restored. Save the picture{keys}, or paint over what is still to be done.</source>
        <translation>Restauré. Enregistrez l’image{keys}, ou peignez sur ce qui reste à faire.</translation>
    </message>
    <message>
        <source>Open a portrait to begin.</source>
        <translation>Ouvrez un portrait pour commencer.</translation>
    </message>
    <message>
        <source>Add a face first.</source>
        <translation>Ajoutez d’abord un visage.</translation>
    </message>
    <message>
        <source>Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}.</source>
        <translation>Les flèches déplacent le curseur, avec Maj plus loin, avec Ctrl pixel par pixel. Appuyer avec l’outil{keys}.</translation>
    </message>
    <message>
        <source>Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back.</source>
        <translation>Les flèches tracent, avec Maj plus loin, avec Ctrl pixel par pixel. Entrée relève{keys}, Échap annule.</translation>
    </message>
    <message>
        <source>There is no layout yet: predict one{keys}.</source>
        <translation>Il n’y a pas encore de carte&#x202f;: prédisez-en une{keys}.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go there</source>
        <translation>Cliquez sur une étape, ou appuyez sur Entrée, pour y aller</translation>
    </message>
    <message>
        <source>Earlier steps are forgotten</source>
        <translation>Les étapes antérieures sont oubliées</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>{step}, the present state</source>
        <translation>{step}, l’état présent</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}, annulée</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>défaillant</translation>
    </message>
    <message>
        <source>Check this installation</source>
        <translation>Vérifier cette installation</translation>
    </message>
    <message>
        <source>Looking at networks, memory, folders and files ...</source>
        <translation>Examen des réseaux, de la mémoire, des dossiers et des fichiers ...</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été constaté</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>As text, for a message to those who help you; folders are named in it</source>
        <translation>En texte, pour un message à ceux qui vous aident&#x202f;; des dossiers y sont nommés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Something is broken; what to do stands beside it.</source>
        <translation>Quelque chose est défaillant&#x202f;; que faire est écrit à côté.</translation>
    </message>
    <message>
        <source>Everything needed is here; something deserves attention.</source>
        <translation>Tout le nécessaire est là&#x202f;; un point mérite attention.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translation>Tout le nécessaire est là.</translation>
    </message>
</context>
<context>
    <name>KeyCursor</name>
    <message>
        <source>Down</source>
        <translation>Appuyé</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Cursor at {x}, {y}</source>
        <translation>Curseur à {x}, {y}</translation>
    </message>
</context>
<context>
    <name>KeysWithoutAction</name>
    <message>
        <source>Middle button</source>
        <translation>Bouton du milieu</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Déplacer la vue</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomer au pointeur</translation>
    </message>
    <message>
        <source>Ctrl+Wheel, Alt+Wheel</source>
        <translation>Ctrl+Molette, Alt+Molette</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Alt+click, with a tool of the layout</source>
        <translation>Alt+clic, avec un outil de la carte</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Prélever la classe sous le pointeur</translation>
    </message>
    <message>
        <source>Alt+click or right button, with the clone brush</source>
        <translation>Alt+clic ou bouton droit, avec le pinceau de clonage</translation>
    </message>
    <message>
        <source>Copy from there</source>
        <translation>Copier de là</translation>
    </message>
    <message>
        <source>Right button, with the heal brush</source>
        <translation>Bouton droit, avec le pinceau correcteur</translation>
    </message>
    <message>
        <source>Take off what was filled by hand</source>
        <translation>Retirer ce qui a été rempli à la main</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Bouton droit</translation>
    </message>
    <message>
        <source>Erase with the brush; background with the class brush</source>
        <translation>Gommer avec le pinceau&#x202f;; peindre le fond avec le pinceau de classe</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Maj+clic</translation>
    </message>
    <message>
        <source>A straight stroke from where the last one ended</source>
        <translation>Un trait droit depuis la fin du dernier</translation>
    </message>
    <message>
        <source>Shift, with rectangle and ellipse</source>
        <translation>Maj, avec rectangle et ellipse</translation>
    </message>
    <message>
        <source>A square, a circle</source>
        <translation>Un carré, un cercle</translation>
    </message>
    <message>
        <source>Alt or right button, with shapes and wand</source>
        <translation>Alt ou bouton droit, avec les formes et la baguette</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>Retrancher du masque</translation>
    </message>
    <message>
        <source>Enter or double click, with the polygon</source>
        <translation>Entrée ou double-clic, avec le polygone</translation>
    </message>
    <message>
        <source>Close it; Backspace takes the last corner back, Esc gives it up</source>
        <translation>Le fermer&#x202f;; Retour arrière retire le dernier sommet, Échap l’abandonne</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stylet</translation>
    </message>
    <message>
        <source>Pressure sets the size, its other end erases</source>
        <translation>La pression règle la taille, l’autre bout gomme</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown</source>
        <translation>Déplacer la vue, le séparateur en comparaison, le point choisi du visage, ou le curseur s’il est affiché</translation>
    </message>
    <message>
        <source>Arrow keys and digits, while a candidate is looked at</source>
        <translation>Flèches et chiffres, pendant qu’une variante est regardée</translation>
    </message>
    <message>
        <source>Look at the one beside it, or at the one of that number</source>
        <translation>Regarder celle d’à côté, ou celle de ce numéro</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrow keys</source>
        <translation>Maj ou Ctrl avec les flèches</translation>
    </message>
    <message>
        <source>A long step; with the cursor and Ctrl a step of one pixel</source>
        <translation>Un grand pas&#x202f;; avec le curseur et Ctrl, un pas d’un pixel</translation>
    </message>
    <message>
        <source>Enter, with the points tool</source>
        <translation>Entrée, avec l’outil des points</translation>
    </message>
    <message>
        <source>Choose the next face point</source>
        <translation>Choisir le point suivant du visage</translation>
    </message>
    <message>
        <source>Enter and arrow keys, with Move part</source>
        <translation>Entrée et flèches, avec Déplacer une partie</translation>
    </message>
    <message>
        <source>Pick the part of the class in hand; move it</source>
        <translation>Choisir la partie de la classe en main&#x202f;; la déplacer</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Comme le système</translation>
    </message>
</context>
<context>
    <name>LayoutEdits</name>
    <message>
        <source>Polygon of {name}</source>
        <translation>Polygone&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Mirror {name}</source>
        <translation>Refléter&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>Ramener&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Rétablir la carte</translation>
    </message>
    <message>
        <source>Smart edge of {name}</source>
        <translation>Contour intelligent&#x202f;: {name}</translation>
    </message>
</context>
<context>
    <name>LayoutPredictions</name>
    <message>
        <source>Alternative {number}</source>
        <translation>Alternative {number}</translation>
    </message>
</context>
<context>
    <name>LayoutSection</name>
    <message>
        <source>Layout</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Prédire</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Load...</source>
        <translation>Charger...</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Enregistrer...</translation>
    </message>
    <message>
        <source>Reset class</source>
        <translation>Rétablir classe</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternatives</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>Aperçu direct</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Opacity of the layout over the photo</source>
        <translation>Opacité de la carte sur la photo</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Couleurs des classes</translation>
    </message>
    <message>
        <source>Colours of the classes: as usual, or told apart with any colour vision, with patterns</source>
        <translation>Couleurs des classes&#x202f;: habituelles, ou distinctes pour toute vision des couleurs, avec des motifs</translation>
    </message>
</context>
<context>
    <name>LegendModel</name>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>{name} shown</source>
        <translation>{name}&#x202f;: visible</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name}&#x202f;: masqué</translation>
    </message>
    <message>
        <source>{name} locked</source>
        <translation>{name}&#x202f;: verrouillé</translation>
    </message>
    <message>
        <source>{name} not locked</source>
        <translation>{name}&#x202f;: non verrouillé</translation>
    </message>
    <message>
        <source>Show this class in the overlay (Space)</source>
        <translation>Afficher cette classe par-dessus la photo (Espace)</translation>
    </message>
    <message>
        <source>Lock this class: painting never changes it (Return)</source>
        <translation>Verrouiller cette classe&#x202f;: peindre ne la change jamais (Entrée)</translation>
    </message>
    <message>
        <source>Click to paint with this class. Left and right are the person&apos;s own</source>
        <translation>Cliquer pour peindre avec cette classe. Gauche et droite sont celles de la personne</translation>
    </message>
    <message>
        <source>Type this number to pick the class</source>
        <translation>Taper ce numéro pour choisir la classe</translation>
    </message>
    <message>
        <source>Share of the face crop</source>
        <translation>Part du recadrage du visage</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Classes of the layout</source>
        <translation>Classes de la carte</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Candidate that is looked at</source>
        <translation>Variante regardée</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Alterner</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Show the result again  (Esc)</source>
        <translation>Montrer de nouveau le résultat  (Échap)</translation>
    </message>
    <message>
        <source>seed {seed}, for: {part}</source>
        <translation>graine {seed}, pour&#x202f;: {part}</translation>
    </message>
    <message>
        <source>seed {seed}, in use for: {part}</source>
        <translation>graine {seed}, utilisée pour&#x202f;: {part}</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All come back with the same key{keys}, or with Esc.</source>
        <translation>Tous reviennent avec la même touche{keys}, ou avec Échap.</translation>
    </message>
    <message>
        <source>The panels are put away</source>
        <translation>Les panneaux sont rangés</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
</context>
<context>
    <name>MaskEdits</name>
    <message>
        <source>Magic wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Suivre une rayure</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Dilater le masque</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Contracter le masque</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>Lisser le masque</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Supprimer les points isolés</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Boucher les trous</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Inverser le masque</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Effacer le masque</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>Importer un masque</translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>Accepter les suggestions</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Supprimer la classe</translation>
    </message>
</context>
<context>
    <name>MaskSection</name>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>What the tools of the mask paint, and what is done about it</source>
        <translation>Ce que peignent les outils du masque, et ce qu’on en fait</translation>
    </message>
    <message>
        <source>Paint as</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Opacity of the mask overlay</source>
        <translation>Opacité du masque sur la photo</translation>
    </message>
    <message>
        <source>Colour of the mask overlay</source>
        <translation>Couleur du masque sur la photo</translation>
    </message>
    <message>
        <source>Overlay colour</source>
        <translation>Couleur du masque</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels to change the mask by</source>
        <translation>Pixels dont le masque change</translation>
    </message>
    <message>
        <source>By how much the mask is grown, shrunk or smoothed; specks are smaller than its square</source>
        <translation>De combien le masque est dilaté, contracté ou lissé&#x202f;; les points isolés sont plus petits que ce carré</translation>
    </message>
    <message>
        <source>Change by</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importer...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Class of damage to paint</source>
        <translation>Classe de dégâts à peindre</translation>
    </message>
    <message>
        <source>What is done about this class</source>
        <translation>Ce qu’on fait de cette classe</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Modifier...</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Afficha&amp;ge</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>&amp;Visage</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Carte</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restauration</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>The whole photo; arrow keys move the part that the canvas shows.</source>
        <translation>Toute la photo&#x202f;; les flèches déplacent la partie que montre le canevas.</translation>
    </message>
    <message>
        <source>Drag to move the part of the photo that is shown; the wheel zooms</source>
        <translation>Glissez pour déplacer la partie visible de la photo&#x202f;; la molette zoome</translation>
    </message>
</context>
<context>
    <name>NotesButton</name>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Notes, to be read again:</source>
        <translation>Remarques à relire :</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Ouvrez d’abord une photo.</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>Enregistrez d’abord le projet.</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Ouvrez d’abord un dossier.</translation>
    </message>
    <message>
        <source>There is no photo before this one in the filmstrip.</source>
        <translation>Il n’y a pas de photo avant celle-ci dans le film fixe.</translation>
    </message>
    <message>
        <source>There is no photo after this one in the filmstrip.</source>
        <translation>Il n’y a pas de photo après celle-ci dans le film fixe.</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it with Esc.</source>
        <translation>Attendez que le travail en cours soit fini, ou interrompez-le avec Échap.</translation>
    </message>
    <message>
        <source>The mask is empty. Paint over the damage with the brush first.</source>
        <translation>Le masque est vide. Peignez d’abord sur les dégâts avec le pinceau.</translation>
    </message>
    <message>
        <source>No face is known yet. Find or add one first.</source>
        <translation>Aucun visage n’est encore connu. Recherchez-en ou ajoutez-en un d’abord.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Il n’y a qu’un visage.</translation>
    </message>
    <message>
        <source>The face has no layout yet. Predict it first.</source>
        <translation>Le visage n’a pas encore de carte. Prédisez-la d’abord.</translation>
    </message>
    <message>
        <source>The layout is as it was predicted, or was never predicted.</source>
        <translation>La carte est telle qu’elle a été prédite, ou n’a jamais été prédite.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it first.</source>
        <translation>Il n’y a pas encore de résultat. Générez-le d’abord.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it, or heal something by hand first.</source>
        <translation>Il n’y a pas encore de résultat. Générez-le, ou corrigez d’abord quelque chose à la main.</translation>
    </message>
    <message>
        <source>Compare original and result first.</source>
        <translation>Comparez d’abord l’original et le résultat.</translation>
    </message>
    <message>
        <source>The face has no second candidate yet. Make more of them first.</source>
        <translation>Le visage n’a pas encore de deuxième variante. Créez-en d’abord d’autres.</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Choose one with a network in the Restore section for several.</source>
        <translation>Cette méthode de restauration donne un seul résultat. Pour en avoir plusieurs, choisissez-en une à réseau dans la section Restauration.</translation>
    </message>
    <message>
        <source>This way of restoring borrows from no photograph. Choose another one in the Restore section.</source>
        <translation>Cette méthode de restauration n’emprunte à aucune photographie. Choisissez-en une autre dans la section Restauration.</translation>
    </message>
    <message>
        <source>Nothing is suggested. Find damage first.</source>
        <translation>Rien n’est suggéré. Détectez d’abord les dégâts.</translation>
    </message>
    <message>
        <source>Take a tool other than the hand first.</source>
        <translation>Prenez d’abord un autre outil que la main.</translation>
    </message>
    <message>
        <source>The scan is shown as it lies already.</source>
        <translation>La numérisation est déjà montrée telle quelle.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
</context>
<context>
    <name>OriginLegend</name>
    <message>
        <source>invented by the network</source>
        <translation>inventé par le réseau</translation>
    </message>
    <message>
        <source>from the other half of the face</source>
        <translation>de l’autre moitié du visage</translation>
    </message>
    <message>
        <source>from other photographs</source>
        <translation>d’autres photographies</translation>
    </message>
    <message>
        <source>filled from its surroundings</source>
        <translation>rempli d’après l’entourage</translation>
    </message>
    <message>
        <source>filled by hand</source>
        <translation>rempli à la main</translation>
    </message>
    <message>
        <source>mixed by share</source>
        <translation>mélangé selon les parts</translation>
    </message>
    <message>
        <source>Colours of what was invented</source>
        <translation>Couleurs de ce qui a été inventé</translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>CelebAMask-HQ colours</source>
        <translation>Couleurs CelebAMask-HQ</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Adaptées au daltonisme</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Take out of the window, or put back</source>
        <translation>Sortir de la fenêtre, ou remettre</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>Part of the face</source>
        <translation>Partie du visage</translation>
    </message>
    <message>
        <source>{part}: from candidate {number}</source>
        <translation>{part}&#x202f;: de la variante {number}</translation>
    </message>
    <message>
        <source>{part}: from candidates {numbers}</source>
        <translation>{part}&#x202f;: des variantes {numbers}</translation>
    </message>
    <message>
        <source>This part takes the candidate that is used, and this part&apos;s strength is set</source>
        <translation>Cette partie reçoit la variante utilisée, et c’est son intensité qui se règle</translation>
    </message>
</context>
<context>
    <name>PartTool</name>
    <message>
        <source>Move {name}</source>
        <translation>Déplacer&#x202f;: {name}</translation>
    </message>
</context>
<context>
    <name>PercentSlider</name>
    <message>
        <source>{name} in percent</source>
        <translation>{name} en pour cent</translation>
    </message>
</context>
<context>
    <name>Percentages</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#x202f;%</translation>
    </message>
</context>
<context>
    <name>PlacingHint</name>
    <message>
        <source>Click the {name}, {number} of 5</source>
        <translation>Clic&#x202f;: {name}, {number} sur 5</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Or draw a box round the face. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} sur 5&#x202f;: cliquez&#x202f;: &lt;b&gt;{name}&lt;/b&gt;. Ou tracez un cadre autour du visage. Retour arrière retire le dernier, Entrée les place tous, Échap termine.</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} sur 5&#x202f;: cliquez&#x202f;: &lt;b&gt;{name}&lt;/b&gt;. Retour arrière retire le dernier, Entrée les place tous, Échap termine.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>&amp;Format of restored photos</source>
        <translation>&amp;Format des photos restaurées</translation>
    </message>
    <message>
        <source>TIFF for a TIFF, else PNG</source>
        <translation>TIFF pour un TIFF, sinon PNG</translation>
    </message>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, sans perte</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profondeur</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>8 bit, also of 16 bit photos</source>
        <translation>8 bits, aussi pour les photos 16 bits</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Métadonnées</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Garder tout ce que dit la photo</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Seulement profil de couleur et résolution</translation>
    </message>
    <message>
        <source>Say in the file that it was re&amp;stored</source>
        <translation>Indiquer dans le fichier que la photo a été re&amp;staurée</translation>
    </message>
    <message>
        <source>Write the &amp;record of what was done beside it</source>
        <translation>Écrire à côté la fic&amp;he de ce qui a été fait</translation>
    </message>
    <message>
        <source>&amp;Projects are kept</source>
        <translation>Les pro&amp;jets sont gardés</translation>
    </message>
    <message>
        <source>Beside their photos</source>
        <translation>À côté de leurs photos</translation>
    </message>
    <message>
        <source>In the program&apos;s own folder</source>
        <translation>Dans le dossier du programme</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>All, for research and private use</source>
        <translation>Tous, pour la recherche et l’usage privé</translation>
    </message>
    <message>
        <source>From the public domain, for paid work too</source>
        <translation>Du domaine public, pour un travail payé aussi</translation>
    </message>
    <message>
        <source>S&amp;et of networks</source>
        <translation>&amp;Ensemble de réseaux</translation>
    </message>
    <message>
        <source>Those for paid work find faces, and paint none</source>
        <translation>Ceux pour un travail payé trouvent les visages et n’en peignent aucun</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS is set, and wins: {name}</source>
        <translation>FACERESTORE_WEIGHTS est définie et l’emporte : {name}</translation>
    </message>
    <message>
        <source>Another set is used from the next start on</source>
        <translation>Un autre ensemble sert dès le prochain démarrage</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>The fastest that is there</source>
        <translation>Le plus rapide disponible</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Processor, by ONNX Runtime</source>
        <translation>Processeur, par ONNX Runtime</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Carte graphique (CUDA)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Metal)</source>
        <translation>Carte graphique du Mac (Metal)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>Carte graphique (DirectML)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Core ML)</source>
        <translation>Carte graphique du Mac (Core ML)</translation>
    </message>
    <message>
        <source>Networks run &amp;on</source>
        <translation>Les réseaux t&amp;ournent sur</translation>
    </message>
    <message>
        <source>Now: {device}</source>
        <translation>Actuellement&#x202f;: {device}</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Tous les cœurs</translation>
    </message>
    <message>
        <source>How many threads the networks may use of the processor</source>
        <translation>Nombre de fils d’exécution que les réseaux peuvent utiliser</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>&amp;Cœurs</translation>
    </message>
    <message>
        <source>Memory for &amp;undo</source>
        <translation>Mémoire pour &amp;annuler</translation>
    </message>
    <message>
        <source>Beyond it the oldest steps are forgotten</source>
        <translation>Au-delà, les étapes les plus anciennes sont oubliées</translation>
    </message>
</context>
<context>
    <name>PresetsButton</name>
    <message>
        <source>Brushes kept by name: size, hardness and class of damage</source>
        <translation>Pinceaux gardés par nom&#x202f;: taille, dureté et classe de dégâts</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>Préréglages de pinceau</translation>
    </message>
    <message>
        <source>Keep this brush...</source>
        <translation>Garder ce pinceau...</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep this brush</source>
        <translation>Garder ce pinceau</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
</context>
<context>
    <name>PreviewLabel</name>
    <message>
        <source>State of the live preview</source>
        <translation>État de l’aperçu en direct</translation>
    </message>
    <message>
        <source>Live preview: {state}</source>
        <translation>Aperçu en direct&#x202f;: {state}</translation>
    </message>
</context>
<context>
    <name>PreviewState</name>
    <message>
        <source>Paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>Waiting for the edit to end</source>
        <translation>attend la fin de la modification</translation>
    </message>
    <message>
        <source>Painting the preview</source>
        <translation>peinture de l’aperçu</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>Predict a layout first</source>
        <translation>prédire d’abord une carte</translation>
    </message>
    <message>
        <source>No damage in this face</source>
        <translation>pas de dégât dans ce visage</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>arrêté par une erreur</translation>
    </message>
</context>
<context>
    <name>ProjectKeeping</name>
    <message>
        <source>{reason} What you do is in the journal only. Save the project to another place.</source>
        <translation>{reason} Ce que vous faites n’est que dans le journal. Enregistrez le projet ailleurs.</translation>
    </message>
    <message>
        <source>The project cannot be kept</source>
        <translation>Le projet ne peut pas être gardé</translation>
    </message>
    <message>
        <source>Its work is left as it is. Yours is kept in {name} from now on.</source>
        <translation>Son travail est laissé tel quel. Le vôtre est désormais gardé dans {name}.</translation>
    </message>
    <message>
        <source>Another window works on this project</source>
        <translation>Une autre fenêtre travaille à ce projet</translation>
    </message>
</context>
<context>
    <name>ProjectTasks</name>
    <message>
        <source>Open the photo without it</source>
        <translation>Ouvrir la photo sans lui</translation>
    </message>
    <message>
        <source>Open the version before</source>
        <translation>Ouvrir la version précédente</translation>
    </message>
    <message>
        <source>No file was changed. Save it to go on from here: what is in the file now is kept as a version.</source>
        <translation>Aucun fichier n’a été modifié. Enregistrez pour continuer d’ici&#x202f;: ce qui est maintenant dans le fichier est gardé comme version.</translation>
    </message>
    <message>
        <source>This is an earlier version</source>
        <translation>Ceci est une version antérieure</translation>
    </message>
    <message>
        <source>Its work is not in what you have just saved. It is kept: File &gt; Open an earlier version shows it.</source>
        <translation>Son travail n’est pas dans ce que vous venez d’enregistrer. Il est gardé&#x202f;: Fichier &gt; Ouvrir une version antérieure le montre.</translation>
    </message>
    <message>
        <source>Another window had saved this project meanwhile</source>
        <translation>Une autre fenêtre avait enregistré ce projet entre-temps</translation>
    </message>
    <message>
        <source>The disk is nearly full, so the version before was not kept. Free some space.</source>
        <translation>Le disque est presque plein, la version précédente n’a donc pas été gardée. Libérez de l’espace.</translation>
    </message>
    <message>
        <source>The project is saved, but the system did not let the version before be kept beside it.</source>
        <translation>Le projet est enregistré, mais le système n’a pas permis de garder à côté la version précédente.</translation>
    </message>
    <message>
        <source>Saved, without the version before</source>
        <translation>Enregistré, sans la version précédente</translation>
    </message>
    <message>
        <source>The project&apos;s photo is not where it was</source>
        <translation>La photo du projet n’est pas où elle était</translation>
    </message>
    <message>
        <source>{name} is neither in {folder} nor beside the project.</source>
        <translation>{name} n’est ni dans {folder} ni à côté du projet.</translation>
    </message>
    <message>
        <source>Find the photo...</source>
        <translation>Trouver la photo...</translation>
    </message>
    <message>
        <source>Find another...</source>
        <translation>En trouver une autre...</translation>
    </message>
    <message>
        <source>{name} has another size, depth or mode than the photo that the project was made with.</source>
        <translation>{name} a une autre taille, profondeur ou un autre mode que la photo avec laquelle le projet a été fait.</translation>
    </message>
    <message>
        <source>The photo does not fit the project</source>
        <translation>La photo ne va pas avec le projet</translation>
    </message>
    <message>
        <source>{path} is not the file that the project was made with, but it has its size.</source>
        <translation>{path} n’est pas le fichier avec lequel le projet a été fait, mais il a sa taille.</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>L’ouvrir quand même</translation>
    </message>
    <message>
        <source>The project&apos;s photo has changed</source>
        <translation>La photo du projet a changé</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir &amp;un élément récent</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>&amp;Vider cette liste</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Nothing to recover</source>
        <translation>Rien à récupérer</translation>
    </message>
    <message>
        <source>All that was not saved is open, or was closed.</source>
        <translation>Tout ce qui n’était pas enregistré est ouvert, ou a été fermé.</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>All is here, up to the last finished stroke.</source>
        <translation>Tout est là, jusqu’au dernier trait achevé.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Récupérer un travail non enregistré</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>The program ended before this was saved. It can be recovered:</source>
        <translation>Le programme s’est terminé avant que ceci soit enregistré. On peut le récupérer&#x202f;:</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Put the chosen one aside. File &gt; Recover unsaved work has it for {days} days</source>
        <translation>Mettre de côté l’élément choisi. Fichier &gt; Récupérer un travail non enregistré l’a encore {days} jours</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Redemander au prochain démarrage</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation>modifié en dernier {time}</translation>
    </message>
    <message>
        <source>discarded; it is here until {date}</source>
        <translation>écarté&#x202f;; disponible ici jusqu’au {date}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskButton</name>
    <message>
        <source>What of this photograph is damaged or covered, and is not lent</source>
        <translation>Ce qui est abîmé ou caché dans cette photographie, et n’est pas prêté</translation>
    </message>
    <message>
        <source>&amp;Paint the mask of this photograph...</source>
        <translation>&amp;Peindre le masque de cette photographie...</translation>
    </message>
    <message>
        <source>Mask from a &amp;file or its project...</source>
        <translation>Masque d’un &amp;fichier ou de son projet...</translation>
    </message>
    <message>
        <source>&amp;Without a mask</source>
        <translation>&amp;Sans masque</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>Sans masque</translation>
    </message>
    <message>
        <source>Mask {share}</source>
        <translation>Masque {share}</translation>
    </message>
    <message>
        <source>Mask of this photograph: {state}</source>
        <translation>Masque de cette photographie : {state}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskDialog</name>
    <message>
        <source>Mask of {file}</source>
        <translation>Masque de {file}</translation>
    </message>
    <message>
        <source>Paint over what is damaged, or covered by a hand or a hat. The right button takes paint away.</source>
        <translation>Peignez sur ce qui est abîmé, ou caché par une main ou un chapeau. Le bouton droit retire la peinture.</translation>
    </message>
    <message>
        <source>The face in the photograph</source>
        <translation>Le visage dans la photographie</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>Pi&amp;nceau</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Largeur du pinceau</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Effacer</translation>
    </message>
</context>
<context>
    <name>ReferenceTasks</name>
    <message>
        <source>The open photo itself was left out.</source>
        <translation>La photo ouverte elle-même a été laissée de côté.</translation>
    </message>
    <message>
        <source>{file} is masked like that already, or the mask lies beside its face.</source>
        <translation>{file} est déjà masqué ainsi, ou le masque se trouve à côté du visage.</translation>
    </message>
    <message>
        <source>This mask changes nothing</source>
        <translation>Ce masque ne change rien</translation>
    </message>
    <message>
        <source>A face borrows from at most {most} photographs; left out: {files}.</source>
        <translation>Un visage emprunte à {most} photographies au plus&#x202f;; laissées de côté&#x202f;: {files}.</translation>
    </message>
    <message>
        <source>Photographs of the person</source>
        <translation>Photographies de la personne</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}). Add photographs of the person by name.</source>
        <translation>{share} du visage est caché, trop pour dire qui c’est (au plus {most}). Ajoutez des photographies de la personne en les désignant.</translation>
    </message>
    <message>
        <source>The folder was not searched</source>
        <translation>Le dossier n’a pas été parcouru</translation>
    </message>
    <message>
        <source>Nobody like this person was found</source>
        <translation>Personne de ressemblant n’a été trouvé</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>Passez-les en revue</translation>
    </message>
    <message>
        <source>Of {photos} photographs, {count} probably of the person.</source>
        <translation>Sur {photos} photographies, {count} probablement de la personne.</translation>
    </message>
    <message>
        <source>Those with a question mark may be of somebody else: {count}.</source>
        <translation>Celles avec un point d’interrogation sont peut-être de quelqu’un d’autre&#x202f;: {count}.</translation>
    </message>
    <message>
        <source>Take or refuse each under References.</source>
        <translation>Acceptez ou refusez chacune sous Références.</translation>
    </message>
    <message>
        <source>Not read: {files}.</source>
        <translation>Pas lues&#x202f;: {files}.</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} et {count} autres</translation>
    </message>
</context>
<context>
    <name>ReferencesSection</name>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Sourcils</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Skin and hair</source>
        <translation>Peau et cheveux</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Faces to borrow from: Enter takes one, Delete takes it away</source>
        <translation>Visages auxquels emprunter&#x202f;: Entrée en prend un, Suppr le retire</translation>
    </message>
    <message>
        <source>As View &gt; Show what was invented mixes its colours, summed up over the face</source>
        <translation>Comme « Affichage &gt; Afficher ce qui est inventé » mélange ses couleurs, en somme sur le visage</translation>
    </message>
    <message>
        <source>Which parts of the face this photograph may lend</source>
        <translation>Quelles parties du visage cette photographie peut prêter</translation>
    </message>
    <message>
        <source>Parts that it lends</source>
        <translation>Parties qu’elle prête</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Borrow from this face</source>
        <translation>Emprunter à ce visage</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>Borrow from all that probably show the person</source>
        <translation>Emprunter à toutes celles qui montrent probablement la personne</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Borrow from it no longer</source>
        <translation>Ne plus y emprunter</translation>
    </message>
    <message>
        <source>{file}, in use</source>
        <translation>{file}, utilisée</translation>
    </message>
    <message>
        <source>{file}, proposed</source>
        <translation>{file}, proposée</translation>
    </message>
    <message>
        <source>{file}, perhaps the person</source>
        <translation>{file}, peut-être la personne</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Propose this face no longer</source>
        <translation>Ne plus proposer ce visage</translation>
    </message>
    <message>
        <source>{network} Network alone {own}, {mirror} mirror image {mirrored}</source>
        <translation>{network} Réseau seul {own}, image miroir {mirror} {mirrored}</translation>
    </message>
    <message>
        <source>Probably the person: {file}</source>
        <translation>Probablement la personne&#x202f;: {file}</translation>
    </message>
    <message>
        <source>Perhaps: {file}</source>
        <translation>Peut-être&#x202f;: {file}</translation>
    </message>
    <message>
        <source>Generate to borrow from {file}</source>
        <translation>Générer pour emprunter à {file}</translation>
    </message>
    <message>
        <source>{share} is from {file}</source>
        <translation>{share} vient de {file}</translation>
    </message>
    <message>
        <source>Lends all</source>
        <translation>Prête tout</translation>
    </message>
    <message>
        <source>Lends {parts}</source>
        <translation>Prête {parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n partie</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
    <message>
        <source>Lends nothing</source>
        <translation>Ne prête rien</translation>
    </message>
    <message>
        <source>Parts that it lends: {parts}</source>
        <translation>Parties qu’elle prête&#x202f;: {parts}</translation>
    </message>
</context>
<context>
    <name>RepeatedDialog</name>
    <message>
        <source>Damage that repeats</source>
        <translation>Dégâts qui se répètent</translation>
    </message>
    <message>
        <source>These places look damaged in many scans of one size. Dust on the glass and the line of a roller do; a stamp, a frame number or a border that is printed on each card are no damage. What is damage goes into every mask of that size, what is none goes out of them.</source>
        <translation>Ces endroits paraissent abîmés dans de nombreuses numérisations d’une même taille. Une poussière sur la vitre et la ligne d’un rouleau en sont&#x202f;; un cachet, un numéro de vue ou une bordure imprimée sur chaque carton n’en sont pas. Ce qui est un dégât va dans chaque masque de cette taille, ce qui n’en est pas en est retiré.</translation>
    </message>
    <message>
        <source>&amp;All are damage</source>
        <translation>&amp;Tous sont des dégâts</translation>
    </message>
    <message>
        <source>&amp;None is</source>
        <translation>&amp;Aucun n’en est un</translation>
    </message>
    <message>
        <source>&amp;Use answers</source>
        <translation>&amp;Utiliser les réponses</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Plus tard</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>No photos there</source>
        <translation>Pas de photos ici</translation>
    </message>
    <message>
        <source>Choose or drop photos, a folder of photos or a project.</source>
        <translation>Choisissez ou déposez des photos, un dossier de photos ou un projet.</translation>
    </message>
    <message>
        <source>If a part of the face is not where it belongs, correct it; or generate.</source>
        <translation>Si une partie du visage n’est pas à sa place, corrigez-la&#x202f;; sinon générez.</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>This is the layout</source>
        <translation>Voici la carte</translation>
    </message>
    <message>
        <source>It begins when the faces are found.</source>
        <translation>Cela commencera quand les visages seront trouvés.</translation>
    </message>
    <message>
        <source>Generate waits</source>
        <translation>La génération attend</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>If there is one, show where it is. What is masked outside a face is filled from around it.</source>
        <translation>S’il y en a un, montrez où il est. Ce qui est masqué hors d’un visage est rempli d’après ses alentours.</translation>
    </message>
    <message>
        <source>Show the face</source>
        <translation>Montrer le visage</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>Aucun visage trouvé</translation>
    </message>
    <message>
        <source>They lie on one spot. Click them again, apart from each other.</source>
        <translation>Ils sont au même endroit. Cliquez-les à nouveau, à distance les uns des autres.</translation>
    </message>
    <message>
        <source>These points make no face</source>
        <translation>Ces points ne forment pas un visage</translation>
    </message>
    <message>
        <source>What you do now is kept in memory only ({reason}). Save the project; free some space on the disk.</source>
        <translation>Ce que vous faites maintenant n’est gardé qu’en mémoire ({reason}). Enregistrez le projet&#x202f;; libérez de l’espace sur le disque.</translation>
    </message>
    <message>
        <source>Autosave has stopped</source>
        <translation>L’enregistrement automatique s’est arrêté</translation>
    </message>
</context>
<context>
    <name>ReservedKeys</name>
    <message>
        <source>{keys} alone is no shortcut: press another key with it.</source>
        <translation>{keys} seul n’est pas un raccourci&#x202f;: appuyez une autre touche avec.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas the arrow keys move the view, the cursor or what is picked.</source>
        <translation>{keys} est réservé&#x202f;: sur le canevas, les flèches déplacent la vue, le curseur ou ce qui est choisi.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it goes through lists and text fields.</source>
        <translation>{keys} est réservé&#x202f;: parcourt listes et champs de texte.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it finishes what is drawn on the canvas.</source>
        <translation>{keys} est réservé&#x202f;: termine ce qui est tracé sur le canevas.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas it takes back the last corner.</source>
        <translation>{keys} est réservé&#x202f;: retire le dernier sommet sur le canevas.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it presses buttons, and holds the hand on the canvas.</source>
        <translation>{keys} est réservé&#x202f;: active les boutons, et tient la main sur le canevas.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it always gives up what is under way.</source>
        <translation>{keys} est réservé&#x202f;: abandonne toujours ce qui est en cours.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it moves the keyboard through the window.</source>
        <translation>{keys} est réservé&#x202f;: mène le clavier à travers la fenêtre.</translation>
    </message>
    <message>
        <source>{keys} cannot be held: choose a single key without Ctrl or Alt.</source>
        <translation>{keys} ne peut pas être maintenu&#x202f;: choisissez une seule touche sans Ctrl ni Alt.</translation>
    </message>
    <message>
        <source>While a text field has the keyboard, {keys} serves that.</source>
        <translation>Quand un champ de texte a le clavier, {keys} sert à celui-ci.</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Restore</source>
        <translation>Restauration</translation>
    </message>
    <message>
        <source>Way to restore</source>
        <translation>Méthode de restauration</translation>
    </message>
    <message>
        <source>What each way to restore is good for</source>
        <translation>À quoi convient chaque méthode de restauration</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another one gives another version</source>
        <translation>La même graine donne le même résultat&#x202f;; une autre donne une autre variante</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Autre graine</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Enregistrer l’image...</translation>
    </message>
    <message>
        <source>Open a portrait first.</source>
        <translation>Ouvrez d’abord un portrait.</translation>
    </message>
    <message>
        <source>Accept the suggestions first.</source>
        <translation>Acceptez d’abord les suggestions.</translation>
    </message>
    <message>
        <source>Paint over the damage first.</source>
        <translation>Peignez d’abord sur les dégâts.</translation>
    </message>
    <message>
        <source>Restores what the mask covers.</source>
        <translation>Restaure ce que le masque couvre.</translation>
    </message>
    <message>
        <source>Putting together what you chose ...</source>
        <translation>Assemblage de ce que vous avez choisi ...</translation>
    </message>
    <message>
        <source>Made in {seconds} s, without a network.</source>
        <translation>Fait en {seconds}&#xa0;s, sans réseau.</translation>
    </message>
    <message>
        <source>Made in {seconds} s.</source>
        <translation>Fait en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Result of seed {seed}, made in {seconds} s.</source>
        <translation>Résultat de la graine {seed}, fait en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Mix of {seeds}, made in {seconds} s.</source>
        <translation>Mélange de {seeds}, fait en {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result: generate again.</source>
        <translation>Le masque ou la carte a changé depuis ce résultat&#x202f;: générez à nouveau.</translation>
    </message>
</context>
<context>
    <name>RestoreTasks</name>
    <message>
        <source>New seed</source>
        <translation>Nouvelle graine</translation>
    </message>
    <message>
        <source>This face is skipped</source>
        <translation>Ce visage est ignoré</translation>
    </message>
    <message>
        <source>Switch it on in the list of faces to restore it.</source>
        <translation>Cochez-le dans la liste des visages pour le restaurer.</translation>
    </message>
    <message>
        <source>Redo face</source>
        <translation>Refaire le visage</translation>
    </message>
    <message>
        <source>Return to result {number}</source>
        <translation>Revenir au résultat {number}</translation>
    </message>
    <message>
        <source>Not all of it lies in a face</source>
        <translation>Tout n’est pas dans un visage</translation>
    </message>
    <message>
        <source>Made with a smaller setting</source>
        <translation>Fait avec un réglage plus petit</translation>
    </message>
    <message>
        <source>The photo is as it was, but for what was filled by hand. Earlier results stay in the strip.</source>
        <translation>La photo est comme avant, sauf ce qui a été rempli à la main. Les résultats précédents restent dans la bande.</translation>
    </message>
    <message>
        <source>Nothing is masked any more</source>
        <translation>Plus rien n’est masqué</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>Il n’y a rien à restaurer</translation>
    </message>
    <message>
        <source>Paint over the damage with the brush (B) first.</source>
        <translation>Peignez d’abord sur les dégâts avec le pinceau (B).</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Another mask, or another way, gives another one.</source>
        <translation>Cette méthode de restauration donne un seul résultat. Un autre masque, ou une autre méthode, en donne un autre.</translation>
    </message>
    <message>
        <source>This is the result</source>
        <translation>Voici le résultat</translation>
    </message>
    <message>
        <source>Seed {seed} gives the result that you see. Another seed gives another version.</source>
        <translation>La graine {seed} donne le résultat que vous voyez. Une autre graine donne une autre variante.</translation>
    </message>
    <message>
        <source>Generate with seed {seed}</source>
        <translation>Générer avec la graine {seed}</translation>
    </message>
    <message>
        <source>Nobody has looked for them in this photo yet. The result follows by itself.</source>
        <translation>Personne ne les a encore cherchés dans cette photo. Le résultat suit de lui-même.</translation>
    </message>
    <message>
        <source>Faces are looked for first</source>
        <translation>Les visages sont d’abord cherchés</translation>
    </message>
    <message>
        <source>No face has damage for one; the rest was filled from its surroundings.</source>
        <translation>Aucun visage n’a de dégâts qui en demandent un&#x202f;; le reste a été rempli d’après l’entourage.</translation>
    </message>
    <message>
        <source>No network was needed</source>
        <translation>Aucun réseau n’a été nécessaire</translation>
    </message>
    <message>
        <source>The face has changed, so candidates {before} that it is put together from were made again. They are {now} from now on; the others were made for the face as it was, and are gone.</source>
        <translation>Le visage a changé : les variantes {before} dont il est composé ont donc été refaites. Elles portent désormais les numéros {now} ; les autres étaient faites pour le visage d’avant et ont disparu.</translation>
    </message>
    <message>
        <source>Candidates have other numbers</source>
        <translation>Les variantes ont d’autres numéros</translation>
    </message>
    <message>
        <source>Use seed {seed}</source>
        <translation>Utiliser la graine {seed}</translation>
    </message>
    <message>
        <source>A face keeps the parts that you chose; seed {seed} is among its candidates.</source>
        <translation>Un visage garde les parties que vous avez choisies&#x202f;; la graine {seed} est parmi ses variantes.</translation>
    </message>
    <message>
        <source>Your choice stays</source>
        <translation>Votre choix reste</translation>
    </message>
    <message>
        <source>Use seed {seed} for all of it</source>
        <translation>Utiliser la graine {seed} pour le tout</translation>
    </message>
</context>
<context>
    <name>RestorerCards</name>
    <message>
        <source>Ways to restore</source>
        <translation>Méthodes de restauration</translation>
    </message>
</context>
<context>
    <name>Restorers</name>
    <message>
        <source>Faces by layout</source>
        <translation>Visages d’après la carte</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Choisie d’après les dégâts</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Photo entière (IN2)</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Visages par modèle (ISFRNet)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Entourage (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Entourage (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Entourage (membrane)</translation>
    </message>
</context>
<context>
    <name>RestorersButton</name>
    <message>
        <source>Ways to restore</source>
        <translation>Méthodes de restauration</translation>
    </message>
    <message>
        <source>Of several, each photo gets a result by each</source>
        <translation>Avec plusieurs, chaque photo reçoit un résultat de chacune</translation>
    </message>
    <message>
        <source>No way to restore</source>
        <translation>Aucune méthode de restauration</translation>
    </message>
</context>
<context>
    <name>SaveAsDialog</name>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, sans perte</translation>
    </message>
    <message>
        <source>Save the restored photo</source>
        <translation>Enregistrer la photo restaurée</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>Parcourir...</translation>
    </message>
    <message>
        <source>Without compression: larger, but written faster</source>
        <translation>Sans compression&#x202f;: plus grand, mais écrit plus vite</translation>
    </message>
    <message>
        <source>As the scan lies, all of it</source>
        <translation>Comme la numérisation, en entier</translation>
    </message>
    <message>
        <source>As viewed: {what}</source>
        <translation>Telle qu’affichée&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Garder tout ce que dit la photo</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Seulement profil de couleur et résolution</translation>
    </message>
    <message>
        <source>Say in the file that it was restored</source>
        <translation>Dire dans le fichier qu’il a été restauré</translation>
    </message>
    <message>
        <source>IPTC&apos;s DigitalSourceType in the XMP: parts of the picture were made by an algorithm</source>
        <translation>DigitalSourceType de l’IPTC dans le XMP&#x202f;: des parties de l’image ont été faites par un algorithme</translation>
    </message>
    <message>
        <source>Write the record of what was done beside it (.json)</source>
        <translation>Écrire à côté la fiche de ce qui a été fait (.json)</translation>
    </message>
    <message>
        <source>Hashes of the source, mask and layout, seed and networks: the result can be checked</source>
        <translation>Empreintes de la source, du masque et de la carte, graine et réseaux&#x202f;: le résultat est vérifiable</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Fi&amp;chier</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Profondeur</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Métadonnées</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</source>
        <translation>Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} existe. Le remplacer&#x202f;?</translation>
    </message>
    <message>
        <source>8 bit, as the photo</source>
        <translation>8 bits, comme la photo</translation>
    </message>
    <message>
        <source>16 bit, as the photo</source>
        <translation>16 bits, comme la photo</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>This is the original, which is never overwritten. Choose another name.</source>
        <translation>C’est l’original, qui n’est jamais écrasé. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>JPEG changes every pixel a little, also where nothing was restored.</source>
        <translation>JPEG change un peu chaque pixel, même là où rien n’a été restauré.</translation>
    </message>
    <message>
        <source>With 8 bits the untouched pixels are rounded.</source>
        <translation>Avec 8 bits, les pixels intacts sont arrondis.</translation>
    </message>
    <message>
        <source>Straightening resamples every pixel, once.</source>
        <translation>Le redressement rééchantillonne chaque pixel, une seule fois.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand is that of the scan, bit for bit, in its new place.</source>
        <translation>Ce que vous n’avez ni masqué ni rempli à la main est celui de la numérisation, au bit près, à sa nouvelle place.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand stays as it was, bit for bit.</source>
        <translation>Ce que vous n’avez ni masqué ni rempli à la main reste tel quel, au bit près.</translation>
    </message>
    <message>
        <source>Nothing in the file will say that parts of it were invented.</source>
        <translation>Rien dans le fichier ne dira que des parties en ont été inventées.</translation>
    </message>
    <message>
        <source>turned by {angle}</source>
        <translation>tournée de {angle}</translation>
    </message>
    <message>
        <source>straightened by {angle}</source>
        <translation>redressée de {angle}</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>Add to the mask</source>
        <translation>Ajouter au masque</translation>
    </message>
    <message>
        <source>Take from the mask</source>
        <translation>Retrancher du masque</translation>
    </message>
    <message>
        <source>Keep only what is inside</source>
        <translation>Ne garder que l’intérieur</translation>
    </message>
    <message>
        <source>What the shape does</source>
        <translation>Ce que fait la forme</translation>
    </message>
    <message>
        <source>What is drawn does this to the mask; with Alt or the right button it takes away</source>
        <translation>Ce qui est tracé fait ceci au masque&#x202f;; avec Alt ou le bouton droit, il retranche</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
</context>
<context>
    <name>ShapeTools</name>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Canevas</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Rechercher des raccourcis</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>&amp;In addition</source>
        <translation>&amp;En plus</translation>
    </message>
    <message>
        <source>Keep the present keys beside the new ones</source>
        <translation>Garder les touches actuelles à côté des nouvelles</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vider</translation>
    </message>
    <message>
        <source>Leave the chosen row without keys</source>
        <translation>Laisser la ligne choisie sans touches</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Réta&amp;blir</translation>
    </message>
    <message>
        <source>Give the chosen row its first keys again</source>
        <translation>Rendre à la ligne choisie ses touches d’origine</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Give the keys to the chosen row</source>
        <translation>Donner les touches à la ligne choisie</translation>
    </message>
    <message>
        <source>Lea&amp;ve them</source>
        <translation>&amp;Les laisser</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Reset &amp;all...</source>
        <translation>&amp;Tout rétablir...</translation>
    </message>
    <message>
        <source>Give every row its first keys again</source>
        <translation>Rendre à chaque ligne ses touches d’origine</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>&amp;Nouvelles touches</translation>
    </message>
    <message>
        <source>Choose the field and press the new keys.</source>
        <translation>Choisissez le champ et appuyez les nouvelles touches.</translation>
    </message>
    <message>
        <source>What the canvas does with pointer and arrow keys stays as it is.</source>
        <translation>Ce que le canevas fait du pointeur et des flèches reste tel quel.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it opens the menu {menu}.</source>
        <translation>{keys} est réservé&#x202f;: ouvre le menu {menu}.</translation>
    </message>
    <message>
        <source>It has these keys already.</source>
        <translation>Elle a déjà ces touches.</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} appartient à «&#x202f;{action}&#x202f;».</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Modifié.</translation>
    </message>
    <message>
        <source>Give every action its first keys again?</source>
        <translation>Rendre à chaque action ses touches d’origine&#x202f;?</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
</context>
<context>
    <name>SmartEdgePage</name>
    <message>
        <source>What the line goes to</source>
        <translation>À quoi s’attache la ligne</translation>
    </message>
    <message>
        <source>Edges follow an outline; areas take small patches of one colour as a whole</source>
        <translation>Les contours suivent un tracé&#x202f;; les zones prennent en entier de petites plages d’une couleur</translation>
    </message>
    <message>
        <source>Edges near the line</source>
        <translation>Contours proches de la ligne</translation>
    </message>
    <message>
        <source>Areas of one colour</source>
        <translation>Zones d’une même couleur</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Chargement des réseaux</translation>
    </message>
    <message>
        <source>Cutting out the face</source>
        <translation>Recadrage du visage</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Recherche des visages</translation>
    </message>
    <message>
        <source>Predicting the layout</source>
        <translation>Prédiction de la carte</translation>
    </message>
    <message>
        <source>Painting texture</source>
        <translation>Peinture de la texture</translation>
    </message>
    <message>
        <source>Painting the photo</source>
        <translation>Peinture de la photo</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Insertion dans la photo</translation>
    </message>
    <message>
        <source>Preparing the picture</source>
        <translation>Préparation de l’image</translation>
    </message>
    <message>
        <source>Changing the mask</source>
        <translation>Modification du masque</translation>
    </message>
    <message>
        <source>Finding the edge</source>
        <translation>Recherche du contour</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Recherche des dégâts</translation>
    </message>
    <message>
        <source>Looking for the person</source>
        <translation>Recherche de la personne</translation>
    </message>
    <message>
        <source>Comparing faces</source>
        <translation>Comparaison des visages</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>Recherche de travail non enregistré</translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation>Vérification de l’installation</translation>
    </message>
    <message>
        <source>Making the sample portrait</source>
        <translation>Création du portrait d’exemple</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Interrompre</translation>
    </message>
    <message>
        <source>Stop the work under way (Esc)</source>
        <translation>Arrêter le travail en cours (Échap)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Class under the pointer</source>
        <translation>Classe sous le pointeur</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Rotation of the view</source>
        <translation>Rotation de la vue</translation>
    </message>
    <message>
        <source>By how much the view is rotated; the photo is not</source>
        <translation>De combien la vue est pivotée&#x202f;; la photo ne l’est pas</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Networks not loaded</source>
        <translation>Réseaux non chargés</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit grey</source>
        <translation>{width} x {height}, gris {bits} bits</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit RGB</source>
        <translation>{width} x {height}, RVB {bits} bits</translation>
    </message>
    <message>
        <source>{width} x {height} of {scan}</source>
        <translation>{width} x {height} de {scan}</translation>
    </message>
    <message>
        <source>What is seen of the scan, turned, straightened and cropped</source>
        <translation>Ce qui est visible du scan, tourné, redressé et recadré</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>{device}, weights for paid work</source>
        <translation>{device}, poids pour un travail payé</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS chose the weights that may be used for paid work.</source>
        <translation>FACERESTORE_WEIGHTS a choisi les poids qui peuvent servir à un travail payé.</translation>
    </message>
    <message>
        <source>The preferences chose the weights that may be used for paid work.</source>
        <translation>Les préférences ont choisi les poids qui peuvent servir à un travail payé.</translation>
    </message>
    <message>
        <source>{held} GB, {free} GB free</source>
        <translation>{held}&#xa0;Go, {free}&#xa0;Go libres</translation>
    </message>
    <message>
        <source>Main memory that the window and the process of the networks hold, and what is free</source>
        <translation>Mémoire vive occupée par la fenêtre et le processus des réseaux, et mémoire libre</translation>
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
        <translation>{stage} ...  {since}, encore {left} environ</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, nearly done</source>
        <translation>{stage} ...  {since}, bientôt fini</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, longer than the last times</source>
        <translation>{stage} ...  {since}, plus long que les dernières fois</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;min {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Reject all</source>
        <translation>Tout rejeter</translation>
    </message>
    <message>
        <source>Take or refuse</source>
        <translation>Accepter ou refuser</translation>
    </message>
    <message>
        <source>Take a kind</source>
        <translation>Accepter une sorte</translation>
    </message>
    <message>
        <source>Refuse a kind</source>
        <translation>Refuser une sorte</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Rogner</translation>
    </message>
</context>
<context>
    <name>SuggestionsBar</name>
    <message>
        <source>Suggested damage</source>
        <translation>Dégâts suggérés</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Sortes</translation>
    </message>
    <message>
        <source>Take or refuse all suggestions of a kind</source>
        <translation>Accepter ou refuser toutes les suggestions d’une sorte</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Tout rejeter</translation>
    </message>
    <message>
        <source>{taken} of {shown} suggestions taken</source>
        <translation>{taken} suggestions sur {shown} acceptées</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Toutes les sortes</translation>
    </message>
    <message>
        <source>{kind}: {taken} of {shown}</source>
        <translation>{kind}&#x202f;: {taken} sur {shown}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>Show only what is as sure as this. By itself only what is certain, from 85%, is taken.</source>
        <translation>N’afficher que ce qui est au moins aussi sûr. Seul le certain, à partir de 85&#x202f;%, est retenu d’office.</translation>
    </message>
    <message>
        <source>Shortest suggestion in pixels</source>
        <translation>Suggestion la plus courte en pixels</translation>
    </message>
    <message>
        <source>Longest suggestion in pixels</source>
        <translation>Suggestion la plus longue en pixels</translation>
    </message>
    <message>
        <source>Length in px</source>
        <translation>Longueur en px</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>Largest speck of dust in pixels</source>
        <translation>Plus grande poussière en pixels</translation>
    </message>
    <message>
        <source>Larger specks are no dust and are not suggested; holds for the next search</source>
        <translation>Les points plus grands ne sont pas de la poussière et ne sont pas suggérés&#x202f;; vaut pour la prochaine recherche</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Détecter les dégâts</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Tout rejeter</translation>
    </message>
    <message>
        <source>Largest dust</source>
        <translation>Poussière max.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>Show only what is as long as this in the photo; the rest is not accepted</source>
        <translation>N’afficher que ce qui a cette longueur dans la photo&#x202f;; le reste n’est pas accepté</translation>
    </message>
    <message>
        <source>Looks for scratches, creases, dust, stains and tears.</source>
        <translation>Cherche rayures, plis, poussières, taches et déchirures.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken. Click one to refuse or take it.</source>
        <translation>{taken} sur {shown} acceptés. Cliquez-en un pour le refuser ou l’accepter.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken: {kinds}. Click one to refuse or take it.</source>
        <translation>{taken} sur {shown} acceptés&#x202f;: {kinds}. Cliquez-en un pour le refuser ou l’accepter.</translation>
    </message>
</context>
<context>
    <name>TermsNotice</name>
    <message>
        <source>{terms} About (Help menu) says it at any time.</source>
        <translation>{terms} «&#x202f;À propos&#x202f;» (menu Aide) le dit à tout moment.</translation>
    </message>
    <message>
        <source>Before the first restoration</source>
        <translation>Avant la première restauration</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>J’ai lu ceci</translation>
    </message>
</context>
<context>
    <name>ToolSection</name>
    <message>
        <source>Hand</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Suivre une rayure</translation>
    </message>
    <message>
        <source>Suggested damage</source>
        <translation>Dégâts suggérés</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Pinceau correcteur</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Pinceau de clonage</translation>
    </message>
    <message>
        <source>Class brush</source>
        <translation>Pinceau de classe</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Class polygon</source>
        <translation>Polygone de classe</translation>
    </message>
    <message>
        <source>Smart edge</source>
        <translation>Contour intelligent</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>Déplacer une partie</translation>
    </message>
    <message>
        <source>Candidate brush</source>
        <translation>Pinceau de variante</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>Points du visage</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrer</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Redresser</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>A short tour shows the three steps of a restoration on a sample portrait. Help has it, too.</source>
        <translation>Une courte visite montre les trois étapes d’une restauration sur un portrait d’exemple. L’aide l’a aussi.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Commencer la visite</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Non merci</translation>
    </message>
    <message>
        <source>1 of 3: Paint over the damage</source>
        <translation>1 sur 3&#x202f;: peindre sur les dégâts</translation>
    </message>
    <message>
        <source>A crack runs through this portrait. Paint over it with the brush, from edge to edge and a little beyond; what you do not paint over stays as it is, bit for bit. The keyboard comes here, and back, by View &gt; Next panel{keys}.</source>
        <translation>Une craquelure traverse ce portrait. Peignez dessus avec le pinceau, d’un bord à l’autre et un peu au-delà&#x202f;; ce que vous ne peignez pas reste tel quel, au bit près. Le clavier vient ici, et revient, par Affichage &gt; Panneau suivant{keys}.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Paint it for me</source>
        <translation>Peindre pour moi</translation>
    </message>
    <message>
        <source>The layout says which part of the face each pixel is, also under the damage. Press Predict and look at it.</source>
        <translation>La carte dit à quelle partie du visage appartient chaque pixel, aussi sous les dégâts. Appuyez sur Prédire et regardez-la.</translation>
    </message>
    <message>
        <source>Predict it</source>
        <translation>La prédire</translation>
    </message>
    <message>
        <source>Is a part of the face where it does not belong? Choose its class in the legend and paint it right, with the class brush. The restoration follows what you paint.</source>
        <translation>Une partie du visage n’est-elle pas à sa place&#x202f;? Choisissez sa classe dans la légende et peignez-la comme il faut, avec le pinceau de classe. La restauration suit ce que vous peignez.</translation>
    </message>
    <message>
        <source>2 of 3: Look at the layout, and correct it</source>
        <translation>2 sur 3&#x202f;: regarder la carte, et la corriger</translation>
    </message>
    <message>
        <source>3 of 3: Generate and compare</source>
        <translation>3 sur 3&#x202f;: générer et comparer</translation>
    </message>
    <message>
        <source>Generate restores what the mask covers. Other seeds give other versions.</source>
        <translation>Générer restaure ce que le masque couvre. D’autres graines donnent d’autres variantes.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Before and after: drag the divider. What was painted over is invented: plausible, but not how it was. The view menu shows which parts are.</source>
        <translation>Avant et après&#x202f;: faites glisser le séparateur. Ce qui était peint est inventé&#x202f;: plausible, mais pas comme c’était. Le menu Affichage montre quelles parties le sont.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>changes to the mask</source>
        <translation>modifications du masque</translation>
    </message>
    <message>
        <source>what was filled by hand</source>
        <translation>ce qui a été rempli à la main</translation>
    </message>
    <message>
        <source>changes to the faces and their layout</source>
        <translation>modifications des visages et de leurs cartes</translation>
    </message>
    <message>
        <source>how the photo is turned and cropped</source>
        <translation>la façon dont la photo est tournée et recadrée</translation>
    </message>
    <message>
        <source>the restored photo</source>
        <translation>la photo restaurée</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is kept when the project is saved again after a change.</source>
        <translation>Une version est gardée quand le projet est enregistré à nouveau après une modification.</translation>
    </message>
    <message>
        <source>There is no earlier version</source>
        <translation>Il n’y a pas de version antérieure</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Open an earlier version</source>
        <translation>Ouvrir une version antérieure</translation>
    </message>
    <message>
        <source>{name} as it was saved before. Opening a version changes no file.</source>
        <translation>{name} tel qu’il était enregistré auparavant. Ouvrir une version ne modifie aucun fichier.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions antérieures</translation>
    </message>
    <message>
        <source>Saved {date} at {time}, {size}</source>
        <translation>Enregistré le {date} à {time}, {size}</translation>
    </message>
</context>
<context>
    <name>WandPage</name>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>How far a colour may be from the clicked one: 1 is hardly seen, 100 is black and white</source>
        <translation>Écart permis à la couleur cliquée&#x202f;: 1 se voit à peine, 100 va du noir au blanc</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Contigu seulement</translation>
    </message>
    <message>
        <source>Only what is connected to the clicked place; else all of that colour in the photo</source>
        <translation>Seulement ce qui touche l’endroit cliqué&#x202f;; sinon, tout ce qui a cette couleur dans la photo</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>Déposez un portrait ici</translation>
    </message>
    <message>
        <source>PNG, TIFF, JPEG or WebP, 8 or 16 bit, colour or grey</source>
        <translation>PNG, TIFF, JPEG ou WebP, 8 ou 16 bits, couleur ou gris</translation>
    </message>
    <message>
        <source>Open a portrait...</source>
        <translation>Ouvrir un portrait...</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The zoom: choose it, or type percent and press Enter</source>
        <translation>Le zoom&#x202f;: choisissez-le, ou saisissez un pourcentage et appuyez sur Entrée</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{kind}, {x} from the left, {y} from the top; in {seen} of {searched} scans</source>
        <translation>{kind}, à {x} de la gauche, à {y} du haut&#x202f;; dans {seen} numérisations sur {searched}</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Dégât</translation>
    </message>
    <message>
        <source>No damage</source>
        <translation>Pas un dégât</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
</context>
</TS>
