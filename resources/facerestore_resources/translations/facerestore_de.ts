<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About facerestore</source>
        <translation>Über facerestore</translation>
    </message>
    <message>
        <source>Restores damaged portraits on this computer; nothing is sent anywhere.

What the mask covers is invented by a network: plausible, but not what was there. What it does not cover stays as it was, bit for bit.

The program is under the Apache License 2.0. Its networks are not.</source>
        <translation>Restauriert beschädigte Porträts auf diesem Rechner; nichts wird irgendwohin gesendet.

Was die Maske bedeckt, erfindet ein Netz: glaubhaft, aber nicht das, was dort war. Was sie nicht bedeckt, bleibt, wie es war, Bit für Bit.

Das Programm steht unter der Apache-Lizenz 2.0. Seine Netze tun das nicht.</translation>
    </message>
    <message>
        <source>Terms of the networks</source>
        <translation>Bedingungen der Netze</translation>
    </message>
    <message>
        <source>Learnt from:</source>
        <translation>Gelernt aus:</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New from a photo...</source>
        <translation>&amp;Neu aus einem Foto...</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ein Foto oder ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open &amp;folder...</source>
        <translation>&amp;Ordner öffnen...</translation>
    </message>
    <message>
        <source>Show the photos of a folder as a filmstrip</source>
        <translation>Die Fotos eines Ordners als Filmstreifen zeigen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>What was opened last</source>
        <translation>Was zuletzt geöffnet war</translation>
    </message>
    <message>
        <source>Open an earlier &amp;version...</source>
        <translation>Frühere &amp;Version öffnen...</translation>
    </message>
    <message>
        <source>The project as it was saved before</source>
        <translation>Das Projekt, wie es früher gespeichert war</translation>
    </message>
    <message>
        <source>Recover &amp;unsaved work...</source>
        <translation>Ungesicherte Arbeit &amp;wiederherstellen...</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as...</source>
        <translation>Projekt speichern &amp;unter...</translation>
    </message>
    <message>
        <source>Save as another project</source>
        <translation>Als anderes Projekt speichern</translation>
    </message>
    <message>
        <source>Save restored p&amp;hoto</source>
        <translation>&amp;Restauriertes Foto speichern</translation>
    </message>
    <message>
        <source>Save the result where it was saved last</source>
        <translation>Das Ergebnis dort speichern, wo es zuletzt gespeichert wurde</translation>
    </message>
    <message>
        <source>Save restored photo as...</source>
        <translation>Restauriertes Foto speichern unter...</translation>
    </message>
    <message>
        <source>Save the result as a new file: format, depth, metadata</source>
        <translation>Das Ergebnis als neue Datei speichern: Format, Farbtiefe, Metadaten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn the photo to the left; the scan&apos;s own pixels stay where they are</source>
        <translation>Das Foto nach links drehen; die Pixel des Scans bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn the photo to the right; the scan&apos;s own pixels stay where they are</source>
        <translation>Das Foto nach rechts drehen; die Pixel des Scans bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>&amp;Show the scan as it lies</source>
        <translation>Den Scan zeigen, wie er liegt</translation>
    </message>
    <message>
        <source>All of the scan, neither turned nor straightened</source>
        <translation>Den ganzen Scan, weder gedreht noch gerade gerichtet</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Laufende Arbeit anhalten</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen ...</translation>
    </message>
    <message>
        <source>Language, theme, how photos are saved, where projects are kept, what of the computer is used</source>
        <translation>Sprache, Farbschema, wie gespeichert wird, wo Projekte liegen, was vom Computer genutzt wird</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Ins Fenster ein&amp;passen</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;100%</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One pixel of the photo on one of the screen</source>
        <translation>Ein Pixel des Fotos auf einem Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>Type the &amp;zoom</source>
        <translation>Zoom eingeben</translation>
    </message>
    <message>
        <source>Type a figure for the zoom, in percent</source>
        <translation>Eine Zahl für den Zoom eingeben, in Prozent</translation>
    </message>
    <message>
        <source>Rotate view to the right</source>
        <translation>Ansicht nach rechts drehen</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the right; the photo stays as it is</source>
        <translation>Dreht, was zu sehen ist, um 15 Grad nach rechts; das Foto bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Rotate view to the left</source>
        <translation>Ansicht nach links drehen</translation>
    </message>
    <message>
        <source>Rotate what you see by 15 degrees to the left; the photo stays as it is</source>
        <translation>Dreht, was zu sehen ist, um 15 Grad nach links; das Foto bleibt, wie es ist</translation>
    </message>
    <message>
        <source>View upright</source>
        <translation>Ansicht aufrecht</translation>
    </message>
    <message>
        <source>Take the rotation of the view back</source>
        <translation>Die Drehung der Ansicht zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the photo as it was opened</source>
        <translation>Das Foto zeigen, wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>Before and after, with a divider to drag</source>
        <translation>Vorher und nachher, mit einer Trennlinie zum Ziehen</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>Show the restored photo</source>
        <translation>Das restaurierte Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Original and result side by side</source>
        <translation>Original und Ergebnis nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Differenz</translation>
    </message>
    <message>
        <source>What changed, four times as strong</source>
        <translation>Was sich geändert hat, vierfach verstärkt</translation>
    </message>
    <message>
        <source>Loup&amp;e in the comparison</source>
        <translation>Lupe im Vergleich</translation>
    </message>
    <message>
        <source>Before and after at the pointer, pixel by pixel, while comparing</source>
        <translation>Vorher und Nachher am Zeiger, Pixel für Pixel, im Vergleich</translation>
    </message>
    <message>
        <source>Loupe at 200%</source>
        <translation>Lupe mit 200 %</translation>
    </message>
    <message>
        <source>The loupe shows each pixel of the photo on two by two of the screen</source>
        <translation>Die Lupe zeigt jeden Pixel des Fotos auf zwei mal zwei des Bildschirms</translation>
    </message>
    <message>
        <source>Show what was in&amp;vented</source>
        <translation>Erf&amp;undenes zeigen</translation>
    </message>
    <message>
        <source>Show ca&amp;ndidates</source>
        <translation>V&amp;arianten zeigen</translation>
    </message>
    <message>
        <source>Show the versions of the chosen face below the canvas</source>
        <translation>Die Varianten des gewählten Gesichts unter der Zeichenfläche zeigen</translation>
    </message>
    <message>
        <source>Show &amp;mask</source>
        <translation>&amp;Maske zeigen</translation>
    </message>
    <message>
        <source>Show the mask over the photo</source>
        <translation>Die Maske über dem Foto zeigen</translation>
    </message>
    <message>
        <source>Mask as a film</source>
        <translation>Maske als Farbfilm</translation>
    </message>
    <message>
        <source>The mask as a film of colour over the photo</source>
        <translation>Die Maske als Film von Farbe über dem Foto</translation>
    </message>
    <message>
        <source>Mask as outlines</source>
        <translation>Maske als Umrisse</translation>
    </message>
    <message>
        <source>Only the outlines of the mask, with nothing over the photo</source>
        <translation>Nur die Umrisse der Maske; das Foto bleibt unbedeckt</translation>
    </message>
    <message>
        <source>Mask in black and white</source>
        <translation>Maske in Schwarz-Weiß</translation>
    </message>
    <message>
        <source>The mask alone: white is repaired, grey is protected or left alone, black is not marked</source>
        <translation>Nur die Maske: Weiß wird repariert, Grau ist geschützt oder bleibt, Schwarz ist nicht markiert</translation>
    </message>
    <message>
        <source>Show &amp;layout</source>
        <translation>&amp;Layout zeigen</translation>
    </message>
    <message>
        <source>Show the layout over the photo</source>
        <translation>Das Layout über dem Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Vor&amp;heriges Foto</translation>
    </message>
    <message>
        <source>The photo before in the filmstrip</source>
        <translation>Das vorherige Foto im Filmstreifen</translation>
    </message>
    <message>
        <source>Ne&amp;xt photo</source>
        <translation>Nä&amp;chstes Foto</translation>
    </message>
    <message>
        <source>The next photo in the filmstrip</source>
        <translation>Das nächste Foto im Filmstreifen</translation>
    </message>
    <message>
        <source>Show the photos of the folder below the canvas</source>
        <translation>Die Fotos des Ordners unter der Zeichenfläche zeigen</translation>
    </message>
    <message>
        <source>Show naviga&amp;tor</source>
        <translation>Navigator zeigen</translation>
    </message>
    <message>
        <source>Show the whole photo with a frame round the part that is seen</source>
        <translation>Das ganze Foto zeigen, mit einem Rahmen um den sichtbaren Teil</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Show every step, to go back to one</source>
        <translation>Alle Schritte zeigen, um zu einem zurückzugehen</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Bereiche ausblenden</translation>
    </message>
    <message>
        <source>Put all panels and bars away, and bring them back</source>
        <translation>Alle Bereiche und Leisten wegräumen und zurückholen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen with the window, and give it back</source>
        <translation>Den Bildschirm mit dem Fenster füllen und wieder freigeben</translation>
    </message>
    <message>
        <source>Panels as at first</source>
        <translation>Bereiche wie am Anfang</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Alle Bereiche dorthin zurückstellen, wo sie am Anfang waren</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>Die Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>Die Tastatur in den nächsten Bereich bringen</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>Move the view (hold Space with any tool)</source>
        <translation>Ansicht verschieben (Leertaste halten bei jedem Werkzeug)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Mask brush: paint over what is to be restored</source>
        <translation>Maskenpinsel: übermalen, was restauriert werden soll</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Mask eraser: keep this as it is</source>
        <translation>Maskenradierer: dies bleibt, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Lasso: draw round the damage by hand; Alt takes away</source>
        <translation>Lasso: den Schaden von Hand umfahren; Alt nimmt weg</translation>
    </message>
    <message>
        <source>Pol&amp;ygon</source>
        <translation>Pol&amp;ygon</translation>
    </message>
    <message>
        <source>Polygon: click corner by corner; Enter closes it, Backspace takes one back</source>
        <translation>Polygon: Ecke für Ecke klicken; Eingabe schließt, Rücktaste nimmt eine Ecke zurück</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>Rechte&amp;ck</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner; Shift makes a square, Alt takes away</source>
        <translation>Rechteck: von Ecke zu Ecke ziehen; Umschalt macht ein Quadrat, Alt nimmt weg</translation>
    </message>
    <message>
        <source>Ell&amp;ipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away</source>
        <translation>Ellipse: von Ecke zu Ecke ziehen; Umschalt macht einen Kreis, Alt nimmt weg</translation>
    </message>
    <message>
        <source>Magic &amp;wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>Magic wand: click what has one colour; Alt takes away</source>
        <translation>Zauberstab: anklicken, was eine Farbe hat; Alt nimmt weg</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Kratzer nachziehen</translation>
    </message>
    <message>
        <source>Trace scratch: click both ends, or one and Enter; it follows the scratch as wide as that is</source>
        <translation>Kratzer nachziehen: beide Enden anklicken, oder eines und Eingabe; folgt dem Kratzer in seiner Breite</translation>
    </message>
    <message>
        <source>Suggested &amp;damage</source>
        <translation>&amp;Vorgeschlagene Schäden</translation>
    </message>
    <message>
        <source>Take or refuse damage that was found</source>
        <translation>Gefundene Schäden aus- oder abwählen</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Reparaturpinsel</translation>
    </message>
    <message>
        <source>Heal brush: repairs at once what you paint over, without a network</source>
        <translation>Reparaturpinsel: repariert sofort, was Sie übermalen, ohne Netz</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Kopierpinsel</translation>
    </message>
    <message>
        <source>Clone brush: Alt and a click say from where, then paint</source>
        <translation>Kopierpinsel: Alt und Klick sagen, woher; dann malen</translation>
    </message>
    <message>
        <source>Class &amp;paint</source>
        <translation>&amp;Klassenpinsel</translation>
    </message>
    <message>
        <source>Class brush: paint into the layout</source>
        <translation>Klassenpinsel: ins Layout malen</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Füllen</translation>
    </message>
    <message>
        <source>Fill a region of the layout with a class</source>
        <translation>Einen Bereich des Layouts mit einer Klasse füllen</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Die Klasse unter dem Zeiger aufnehmen</translation>
    </message>
    <message>
        <source>Class polygon: click corner by corner; Enter fills it with the class</source>
        <translation>Klassenpolygon: Ecke für Ecke klicken; Eingabe füllt es mit der Klasse</translation>
    </message>
    <message>
        <source>&amp;Smart edge</source>
        <translation>Intelli&amp;gente Kante</translation>
    </message>
    <message>
        <source>Smart edge: draw roughly round a part; it goes to the photo&apos;s edges</source>
        <translation>Intelligente Kante: einen Teil grob umfahren; die Linie legt sich an die Kanten des Fotos</translation>
    </message>
    <message>
        <source>Move par&amp;t</source>
        <translation>&amp;Teil verschieben</translation>
    </message>
    <message>
        <source>Move part: drag, scale or turn an eye, a brow, the mouth</source>
        <translation>Teil verschieben: ein Auge, eine Braue, den Mund ziehen, skalieren oder drehen</translation>
    </message>
    <message>
        <source>Candidate br&amp;ush</source>
        <translation>V&amp;ariantenpinsel</translation>
    </message>
    <message>
        <source>Candidate brush: take parts from the candidate in hand</source>
        <translation>Variantenpinsel: Teile der gewählten Variante übernehmen</translation>
    </message>
    <message>
        <source>Face p&amp;oints</source>
        <translation>Gesichtsp&amp;unkte</translation>
    </message>
    <message>
        <source>Drag the five points of the face</source>
        <translation>Die fünf Punkte des Gesichts ziehen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Crop: drag its handles, or a new one; what is left out stays in the scan</source>
        <translation>Zuschneiden: an den Griffen ziehen oder einen neuen Zuschnitt aufziehen; was wegfällt, bleibt im Scan</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Straighten: draw a line along something that should be level or upright</source>
        <translation>Gerade richten: eine Linie an etwas entlangziehen, das waagerecht oder senkrecht sein soll</translation>
    </message>
    <message>
        <source>&amp;Cursor: press or lift</source>
        <translation>Cursor: &amp;drücken oder heben</translation>
    </message>
    <message>
        <source>Use the tool by keyboard: show the cursor, press there, lift</source>
        <translation>Das Werkzeug mit der Tastatur benutzen: Cursor zeigen, dort drücken, heben</translation>
    </message>
    <message>
        <source>Press with Shift: a straight stroke from the last one&apos;s end, a square, a circle</source>
        <translation>Mit Umschalt drücken: ein gerader Strich vom Ende des letzten, ein Quadrat, ein Kreis</translation>
    </message>
    <message>
        <source>Press the right button: take away, erase, paint background</source>
        <translation>Die rechte Taste drücken: wegnehmen, radieren, Hintergrund malen</translation>
    </message>
    <message>
        <source>Lar&amp;ger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>The brush&apos;s rim paints only what stands out</source>
        <translation>Der Rand des Pinsels malt nur, was sich abhebt</translation>
    </message>
    <message>
        <source>More of the brush paints whatever is there</source>
        <translation>Mehr vom Pinsel malt, was auch immer dort ist</translation>
    </message>
    <message>
        <source>Put away all that was found; undo brings it back</source>
        <translation>Alles Gefundene weglegen; Rückgängig bringt es zurück</translation>
    </message>
    <message>
        <source>Look at the next candidate</source>
        <translation>Die nächste Variante ansehen</translation>
    </message>
    <message>
        <source>Look at the candidate before</source>
        <translation>Die vorherige Variante ansehen</translation>
    </message>
    <message>
        <source>&amp;Flip between two candidates</source>
        <translation>Zwischen &amp;zwei Varianten wechseln</translation>
    </message>
    <message>
        <source>Look at the other one of the two candidates that were looked at last</source>
        <translation>Die andere der beiden zuletzt angesehenen Varianten ansehen</translation>
    </message>
    <message>
        <source>&amp;Candidates side by side</source>
        <translation>Var&amp;ianten nebeneinander</translation>
    </message>
    <message>
        <source>All candidates of the chosen face at once, each as large as it can be</source>
        <translation>Alle Varianten des gewählten Gesichts auf einmal, jede so groß wie möglich</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Begin with a photo as if nobody had worked on it</source>
        <translation>Mit einem Foto beginnen, als hätte noch niemand daran gearbeitet</translation>
    </message>
    <message>
        <source>Restore a fol&amp;der...</source>
        <translation>Or&amp;dner restaurieren ...</translation>
    </message>
    <message>
        <source>Restore all photos of a folder that have a mask or a project, while you go on working</source>
        <translation>Restauriert alle Fotos eines Ordners, die eine Maske oder ein Projekt haben, während Sie weiterarbeiten</translation>
    </message>
    <message>
        <source>What an earlier window left behind unsaved, and what was discarded in the last 30 days</source>
        <translation>Was ein früheres Fenster ungesichert zurückließ, und was in den letzten 30 Tagen verworfen wurde</translation>
    </message>
    <message>
        <source>Save mask, layouts, candidates and result now; it is kept by itself as well</source>
        <translation>Maske, Layouts, Varianten und Ergebnis jetzt speichern; sie werden auch von selbst behalten</translation>
    </message>
    <message>
        <source>Keep projects &amp;beside photos</source>
        <translation>&amp;Projekte neben den Fotos behalten</translation>
    </message>
    <message>
        <source>Where the project of a photo is kept by itself: beside the photo, or in the program&apos;s own folder</source>
        <translation>Wo das Projekt eines Fotos von selbst behalten wird: neben dem Foto oder im eigenen Ordner des Programms</translation>
    </message>
    <message>
        <source>Save in &amp;layers...</source>
        <translation>In &amp;Ebenen speichern...</translation>
    </message>
    <message>
        <source>Scan, patches, mask and layouts as layers of one file, for Krita, GIMP and others</source>
        <translation>Scan, Flicken, Maske und Layouts als Ebenen einer Datei, für Krita, GIMP und andere</translation>
    </message>
    <message>
        <source>Colour what the network invented (orange), what mirror image (blue) and references lent, mixed by their shares, what was filled from its surroundings (yellow), and by hand (red)</source>
        <translation>Färbt, was das Netz erfand (orange), was Spiegelbild (blau) und Referenzen liehen, gemischt nach Anteilen, was aus der Umgebung gefüllt wurde (gelb) und was von Hand (rot)</translation>
    </message>
    <message>
        <source>Sho&amp;w filmstrip</source>
        <translation>&amp;Filmstreifen zeigen</translation>
    </message>
    <message>
        <source>Next p&amp;anel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>P&amp;ipette</translation>
    </message>
    <message>
        <source>Cl&amp;ass polygon</source>
        <translation>Klasse&amp;npolygon</translation>
    </message>
    <message>
        <source>Cursor: press with Shift</source>
        <translation>Cursor: mit U&amp;mschalt drücken</translation>
    </message>
    <message>
        <source>Cursor: right butto&amp;n</source>
        <translation>Cursor: rechte Ta&amp;ste</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Softer brush</source>
        <translation>&amp;Weicherer Pinsel</translation>
    </message>
    <message>
        <source>Harder brush</source>
        <translation>Härterer Pinsel</translation>
    </message>
    <message>
        <source>Swap class and bac&amp;kground</source>
        <translation>Klasse und Hintergrund tauschen</translation>
    </message>
    <message>
        <source>&amp;Find damage</source>
        <translation>Schäden &amp;finden</translation>
    </message>
    <message>
        <source>Find damage: look for scratches, creases, dust and tears</source>
        <translation>Schäden finden: nach Kratzern, Knicken, Staub und Rissen suchen</translation>
    </message>
    <message>
        <source>&amp;Accept all suggestions</source>
        <translation>Alle Vorschläge &amp;annehmen</translation>
    </message>
    <message>
        <source>Put all suggestions that are shown and taken into the mask</source>
        <translation>Alle gezeigten und ausgewählten Vorschläge in die Maske setzen</translation>
    </message>
    <message>
        <source>&amp;Reject all suggestions</source>
        <translation>Alle Vorschläge a&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Next class of damage</source>
        <translation>&amp;Nächste Schadensklasse</translation>
    </message>
    <message>
        <source>Paint as the next class of damage</source>
        <translation>Mit der nächsten Schadensklasse malen</translation>
    </message>
    <message>
        <source>Change c&amp;lass...</source>
        <translation>Klasse än&amp;dern...</translation>
    </message>
    <message>
        <source>Name, colour and treatment of the class in hand</source>
        <translation>Name, Farbe und Behandlung der gewählten Klasse</translation>
    </message>
    <message>
        <source>Add a class...</source>
        <translation>Klasse hinz&amp;ufügen...</translation>
    </message>
    <message>
        <source>A class of damage of your own</source>
        <translation>Eine eigene Schadensklasse</translation>
    </message>
    <message>
        <source>Remo&amp;ve class</source>
        <translation>Klasse &amp;entfernen</translation>
    </message>
    <message>
        <source>The class in hand goes; what was painted in it is marked no more</source>
        <translation>Die gewählte Klasse verschwindet; was mit ihr gemalt wurde, ist nicht mehr markiert</translation>
    </message>
    <message>
        <source>&amp;Clear mask</source>
        <translation>Maske &amp;löschen</translation>
    </message>
    <message>
        <source>Clear the mask, protected places too</source>
        <translation>Die Maske löschen, auch geschützte Stellen</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>&amp;Maske umkehren</translation>
    </message>
    <message>
        <source>Restore what is kept and keep what is restored</source>
        <translation>Restaurieren, was bewahrt wird, und bewahren, was restauriert wird</translation>
    </message>
    <message>
        <source>&amp;Grow mask</source>
        <translation>Maske er&amp;weitern</translation>
    </message>
    <message>
        <source>Grow the mask</source>
        <translation>Die Maske erweitern</translation>
    </message>
    <message>
        <source>&amp;Shrink mask</source>
        <translation>Maske &amp;verkleinern</translation>
    </message>
    <message>
        <source>Shrink the mask</source>
        <translation>Die Maske verkleinern</translation>
    </message>
    <message>
        <source>S&amp;mooth mask</source>
        <translation>Maske &amp;glätten</translation>
    </message>
    <message>
        <source>Smooth the mask&apos;s outline; thin scratches stay</source>
        <translation>Den Umriss der Maske glätten; feine Kratzer bleiben</translation>
    </message>
    <message>
        <source>Remove spec&amp;ks</source>
        <translation>&amp;Punkte entfernen</translation>
    </message>
    <message>
        <source>Remove small specks from the mask</source>
        <translation>Kleine Punkte aus der Maske entfernen</translation>
    </message>
    <message>
        <source>Fill &amp;holes</source>
        <translation>Lö&amp;cher füllen</translation>
    </message>
    <message>
        <source>Fill the mask&apos;s holes</source>
        <translation>Löcher in der Maske füllen</translation>
    </message>
    <message>
        <source>Im&amp;port mask...</source>
        <translation>Maske &amp;importieren...</translation>
    </message>
    <message>
        <source>Read the mask from a picture: white is restored</source>
        <translation>Die Maske aus einem Bild lesen: Weiß wird restauriert</translation>
    </message>
    <message>
        <source>&amp;Export mask...</source>
        <translation>Maske e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Write the mask as a PNG, classes as greys: light is restored</source>
        <translation>Die Maske als PNG schreiben, Klassen als Graustufen: Helles wird restauriert</translation>
    </message>
    <message>
        <source>&amp;Find faces</source>
        <translation>Gesichter &amp;suchen</translation>
    </message>
    <message>
        <source>Look for faces again</source>
        <translation>Noch einmal nach Gesichtern suchen</translation>
    </message>
    <message>
        <source>&amp;Add a face</source>
        <translation>Gesicht &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add a face: click its five points, or draw a box round it</source>
        <translation>Ein Gesicht hinzufügen: seine fünf Punkte anklicken oder einen Rahmen darum ziehen</translation>
    </message>
    <message>
        <source>&amp;Skip face</source>
        <translation>&amp;Gesicht überspringen</translation>
    </message>
    <message>
        <source>Leave the chosen face as it is</source>
        <translation>Das gewählte Gesicht lassen, wie es ist</translation>
    </message>
    <message>
        <source>Face further &amp;up</source>
        <translation>Gesicht nach &amp;oben</translation>
    </message>
    <message>
        <source>Move the chosen face up in the list</source>
        <translation>Das gewählte Gesicht in der Liste nach oben rücken</translation>
    </message>
    <message>
        <source>Face further &amp;down</source>
        <translation>Gesicht nach &amp;unten</translation>
    </message>
    <message>
        <source>Move the chosen face down in the list</source>
        <translation>Das gewählte Gesicht in der Liste nach unten rücken</translation>
    </message>
    <message>
        <source>&amp;Remove face</source>
        <translation>Gesicht &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen face</source>
        <translation>Das gewählte Gesicht entfernen</translation>
    </message>
    <message>
        <source>Add &amp;photographs of the person...</source>
        <translation>&amp;Fotografien der Person hinzufügen ...</translation>
    </message>
    <message>
        <source>Let the chosen face borrow what is hidden from other photographs of the same person</source>
        <translation>Das gewählte Gesicht borgt Verdecktes aus anderen Fotografien derselben Person</translation>
    </message>
    <message>
        <source>&amp;Look for the person in a folder...</source>
        <translation>&amp;Die Person in einem Ordner suchen ...</translation>
    </message>
    <message>
        <source>Find photographs in a folder that probably show the person of the chosen face</source>
        <translation>Findet in einem Ordner Fotografien, die wahrscheinlich die Person des gewählten Gesichts zeigen</translation>
    </message>
    <message>
        <source>&amp;Predict layout</source>
        <translation>Layout &amp;vorhersagen</translation>
    </message>
    <message>
        <source>Predict what each part of the face is</source>
        <translation>Vorhersagen, was jeder Teil des Gesichts ist</translation>
    </message>
    <message>
        <source>&amp;Reset to the prediction</source>
        <translation>Auf die Vorhersage &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Undo all painting in the layout</source>
        <translation>Alles Malen im Layout verwerfen</translation>
    </message>
    <message>
        <source>Reset this &amp;class to the prediction</source>
        <translation>Diese &amp;Klasse auf die Vorhersage zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the class in hand to the prediction</source>
        <translation>Die gewählte Klasse auf die Vorhersage zurücksetzen</translation>
    </message>
    <message>
        <source>Mirror class to the ri&amp;ght half</source>
        <translation>Klasse auf die &amp;rechte Hälfte spiegeln</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the left half of the picture to the right</source>
        <translation>Die gewählte Klasse von der linken Bildhälfte auf die rechte spiegeln</translation>
    </message>
    <message>
        <source>Mirror class to the le&amp;ft half</source>
        <translation>Klasse auf die &amp;linke Hälfte spiegeln</translation>
    </message>
    <message>
        <source>Mirror the class in hand from the right half of the picture to the left</source>
        <translation>Die gewählte Klasse von der rechten Bildhälfte auf die linke spiegeln</translation>
    </message>
    <message>
        <source>Make the part larg&amp;er</source>
        <translation>Teil ver&amp;größern</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% larger</source>
        <translation>Den ausgewählten Teil oder den der gewählten Klasse um 5 % vergrößern</translation>
    </message>
    <message>
        <source>Make the part s&amp;maller</source>
        <translation>&amp;Teil verkleinern</translation>
    </message>
    <message>
        <source>Make the picked part, or that of the class in hand, 5% smaller</source>
        <translation>Den ausgewählten Teil oder den der gewählten Klasse um 5 % verkleinern</translation>
    </message>
    <message>
        <source>Show &amp;alternatives</source>
        <translation>&amp;Alternativen zeigen</translation>
    </message>
    <message>
        <source>Show other layouts that the damage allows</source>
        <translation>Andere Layouts zeigen, die der Schaden zulässt</translation>
    </message>
    <message>
        <source>&amp;Next alternative</source>
        <translation>&amp;Nächste Alternative</translation>
    </message>
    <message>
        <source>Work on with the next alternative</source>
        <translation>Mit der nächsten Alternative weiterarbeiten</translation>
    </message>
    <message>
        <source>Pre&amp;vious alternative</source>
        <translation>V&amp;orherige Alternative</translation>
    </message>
    <message>
        <source>Work on with the alternative before</source>
        <translation>Mit der vorherigen Alternative weiterarbeiten</translation>
    </message>
    <message>
        <source>Show &amp;uncertainty</source>
        <translation>&amp;Unsicherheit zeigen</translation>
    </message>
    <message>
        <source>Show where the prediction is unsure; what you edit counts as sure</source>
        <translation>Zeigen, wo die Vorhersage unsicher ist; Bearbeitetes gilt als sicher</translation>
    </message>
    <message>
        <source>L&amp;ive preview</source>
        <translation>L&amp;ive-Vorschau</translation>
    </message>
    <message>
        <source>Live preview: paint the texture anew around every edit</source>
        <translation>Live-Vorschau: die Textur um jede Bearbeitung neu malen</translation>
    </message>
    <message>
        <source>&amp;Load layout...</source>
        <translation>Layout la&amp;den...</translation>
    </message>
    <message>
        <source>Read the layout from a PNG</source>
        <translation>Das Layout aus einem PNG lesen</translation>
    </message>
    <message>
        <source>&amp;Save layout...</source>
        <translation>Layout &amp;speichern...</translation>
    </message>
    <message>
        <source>Write the layout as an indexed PNG</source>
        <translation>Das Layout als indiziertes PNG schreiben</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Restore what the mask covers</source>
        <translation>Restaurieren, was die Maske bedeckt</translation>
    </message>
    <message>
        <source>Make &amp;more candidates</source>
        <translation>&amp;Weitere Varianten erzeugen</translation>
    </message>
    <message>
        <source>Make more versions of the chosen face, one after the other</source>
        <translation>Weitere Varianten des gewählten Gesichts erzeugen, eine nach der anderen</translation>
    </message>
    <message>
        <source>&amp;Use candidate</source>
        <translation>Variante &amp;verwenden</translation>
    </message>
    <message>
        <source>Use the candidate in hand for the chosen part of the face</source>
        <translation>Die gewählte Variante für den gewählten Teil des Gesichts verwenden</translation>
    </message>
    <message>
        <source>&amp;Next candidate</source>
        <translation>&amp;Nächste Variante</translation>
    </message>
    <message>
        <source>&amp;Previous candidate</source>
        <translation>V&amp;orherige Variante</translation>
    </message>
    <message>
        <source>&amp;Redo this face</source>
        <translation>Dieses &amp;Gesicht neu erzeugen</translation>
    </message>
    <message>
        <source>Make another version of the chosen face alone</source>
        <translation>Eine andere Variante nur des gewählten Gesichts erzeugen</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>How everything is done, with pictures, and what the networks cannot do</source>
        <translation>Wie alles geht, mit Bildern, und was die Netze nicht können</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Three steps on a sample portrait: paint, look at the layout, generate</source>
        <translation>Drei Schritte an einem Beispielporträt: malen, Layout ansehen, erzeugen</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Where the program writes what went wrong</source>
        <translation>Wo das Programm aufschreibt, was schiefgegangen ist</translation>
    </message>
    <message>
        <source>&amp;Check this installation</source>
        <translation>Diese &amp;Installation prüfen</translation>
    </message>
    <message>
        <source>Whether networks, memory, folders and file types are as they should be, and what to do if not</source>
        <translation>Ob Netze, Speicher, Ordner und Dateiarten so sind, wie sie sein sollen, und was sonst zu tun ist</translation>
    </message>
    <message>
        <source>Crash &amp;reports</source>
        <translation>&amp;Absturzberichte</translation>
    </message>
    <message>
        <source>What was written down when the program failed; it is sent to nobody</source>
        <translation>Was notiert wurde, als das Programm versagte; es wird niemandem gesendet</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber facerestore</translation>
    </message>
    <message>
        <source>{action}: {label}</source>
        <translation>{action}: {label}</translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Alternative {number}</source>
        <translation>Alternative {number}</translation>
    </message>
    <message>
        <source>Another layout that the damage allows; click to work on with it</source>
        <translation>Ein anderes Layout, das der Schaden zulässt; Klick arbeitet damit weiter</translation>
    </message>
    <message>
        <source>The best guess; click to work on with it</source>
        <translation>Die beste Vermutung; Klick arbeitet damit weiter</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Main bar</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Other tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>BatchControl</name>
    <message numerus="yes">
        <source>%n places.</source>
        <translation>
            <numerusform>%n Stelle.</numerusform>
            <numerusform>%n Stellen.</numerusform>
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
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Begutachtung</translation>
    </message>
    <message>
        <source>Reason, notes</source>
        <translation>Grund, Hinweise</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waits for its mask</source>
        <translation>Wartet auf Maske</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Sucht Schäden</translation>
    </message>
    <message>
        <source>Mask made</source>
        <translation>Maske gemacht</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird restauriert</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>Done before</source>
        <translation>Schon fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Zu begutachten</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Mit Vorsicht</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Photos of the batch</source>
        <translation>Fotos des Ordners</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Restore a folder</source>
        <translation>Ordner restaurieren</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>&amp;Fotos</translation>
    </message>
    <message>
        <source>The folder of the photos to restore</source>
        <translation>Der Ordner mit den Fotos, die restauriert werden</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>Where results, records and the report go</source>
        <translation>Wohin Ergebnisse, Protokolle und der Bericht kommen</translation>
    </message>
    <message>
        <source>&amp;Masks</source>
        <translation>&amp;Masken</translation>
    </message>
    <message>
        <source>A folder of masks by the photos&apos; names; empty: &lt;photo&gt;_mask beside each</source>
        <translation>Ein Ordner mit Masken unter den Namen der Fotos; leer: &lt;Foto&gt;_mask neben jedem</translation>
    </message>
    <message>
        <source>Names of the results</source>
        <translation>Namen der Ergebnisse</translation>
    </message>
    <message>
        <source>{stem}: the photo&apos;s name, {number}: counted, {date}: today, {restorer}: the way to restore. The ending is added. A result that is there keeps its name.</source>
        <translation>{stem}: der Name des Fotos, {number}: gezählt, {date}: heute, {restorer}: die Art der Restaurierung. Die Endung wird angehängt. Ein Ergebnis, das schon da ist, behält seinen Namen.</translation>
    </message>
    <message>
        <source>Folders &amp;below too</source>
        <translation>Auch &amp;Unterordner</translation>
    </message>
    <message>
        <source>Use pro&amp;jects of the photos</source>
        <translation>Pro&amp;jekte der Fotos benutzen</translation>
    </message>
    <message>
        <source>With their mask, layouts, references and choices, as you saved them: beside the photo, or in the program&apos;s own folder where the photo&apos;s may not be written</source>
        <translation>Mit Maske, Layouts, Referenzen und Auswahl, wie Sie sie gesichert haben: neben dem Foto oder im eigenen Ordner des Programms, wo in den des Fotos nicht geschrieben werden darf</translation>
    </message>
    <message>
        <source>&amp;Overwrite all earlier results</source>
        <translation>Alle früheren Ergebnisse &amp;überschreiben</translation>
    </message>
    <message>
        <source>Without it only what is new or changed is restored</source>
        <translation>Sonst wird nur restauriert, was neu oder geändert ist</translation>
    </message>
    <message>
        <source>Try a&amp;gain what failed</source>
        <translation>Fehlgeschlagenes &amp;noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on watc&amp;hing the folder</source>
        <translation>Ordner wei&amp;ter beobachten</translation>
    </message>
    <message>
        <source>When all is done, photos and masks that arrive are restored too, and again when they change, until you stop it</source>
        <translation>Wenn alles fertig ist, werden auch neu ankommende Fotos und Masken restauriert, und erneut, wenn sie sich ändern, bis Sie anhalten</translation>
    </message>
    <message>
        <source>Photos without a mask</source>
        <translation>Fotos ohne Maske</translation>
    </message>
    <message>
        <source>What is found is a guess: make the masks first and look at them, or review every result</source>
        <translation>Was gefunden wird, ist eine Vermutung: Lassen Sie erst die Masken machen und sehen Sie sie an, oder begutachten Sie jedes Ergebnis</translation>
    </message>
    <message>
        <source>Leave photos without a mask</source>
        <translation>Fotos ohne Maske auslassen</translation>
    </message>
    <message>
        <source>Find damage: only what is certain</source>
        <translation>Schäden suchen: nur sichere</translation>
    </message>
    <message>
        <source>Find damage: usual caution</source>
        <translation>Schäden suchen: übliche Vorsicht</translation>
    </message>
    <message>
        <source>Find damage: all</source>
        <translation>Schäden suchen: alle</translation>
    </message>
    <message>
        <source>Ma&amp;ke masks</source>
        <translation>Masken mac&amp;hen</translation>
    </message>
    <message>
        <source>Writes a mask of what looks damaged for each photo without one, to be looked at first</source>
        <translation>Schreibt für jedes Foto ohne Maske eine von dem, was beschädigt aussieht, um sie erst anzusehen</translation>
    </message>
    <message>
        <source>The same damage at one place of many scans: say once whether it is any</source>
        <translation>Derselbe Schaden an einer Stelle vieler Scans: Sagen Sie einmal, ob es einer ist</translation>
    </message>
    <message>
        <source>Enter or a double click opens the photo in the editor</source>
        <translation>Enter oder ein Doppelklick öffnet das Foto zum Bearbeiten</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Gutachter</translation>
    </message>
    <message>
        <source>Who gives the verdicts: it stands in the record of each result</source>
        <translation>Wer die Urteile abgibt: es steht im Protokoll jedes Ergebnisses</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>With caution</source>
        <translation>Mit Vorsicht</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;List photos</source>
        <translation>Fotos &amp;auflisten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Anha&amp;lten</translation>
    </message>
    <message>
        <source>Sho&amp;w report</source>
        <translation>&amp;Bericht zeigen</translation>
    </message>
    <message>
        <source>Key in the table: {key}</source>
        <translation>Taste in der Tabelle: {key}</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>Re&amp;viewer</source>
        <translation>&amp;Gutachter</translation>
    </message>
    <message>
        <source>&amp;Decide on repeated places ({count})</source>
        <translation>Wie&amp;derholtes entscheiden ({count})</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>List the photos to see what would be done, or start.</source>
        <translation>Die Fotos auflisten, um zu sehen, was getan würde, oder starten.</translation>
    </message>
    <message>
        <source>Choose the folder of the photos, and where the results go.</source>
        <translation>Wählen Sie den Ordner der Fotos und wohin die Ergebnisse kommen.</translation>
    </message>
    <message>
        <source>Looking through the folder ...</source>
        <translation>Der Ordner wird durchgesehen ...</translation>
    </message>
    <message>
        <source>Stopping after the photos that are under way ...</source>
        <translation>Hält nach den Fotos an, die in Arbeit sind ...</translation>
    </message>
    <message>
        <source>Stopping after the present step ...</source>
        <translation>Hält nach dem jetzigen Schritt an ...</translation>
    </message>
    <message>
        <source>Paused; what arrives waits. {counts}</source>
        <translation>Pause; was ankommt, wartet. {counts}</translation>
    </message>
    <message>
        <source>Watching. {counts}</source>
        <translation>Beobachtet. {counts}</translation>
    </message>
    <message>
        <source>Paused. {done} of {count} done.</source>
        <translation>Pause. {done} von {count} fertig.</translation>
    </message>
    <message>
        <source>Putting the answers into the masks ...</source>
        <translation>Überträgt die Antworten in die Masken ...</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project; damage is looked for in {found}.</source>
        <translation>{waiting} von {count} Fotos haben eine Maske oder ein Projekt; in {found} werden Schäden gesucht.</translation>
    </message>
    <message>
        <source>{waiting} of {count} photos have a mask or a project.</source>
        <translation>{waiting} von {count} Fotos haben eine Maske oder ein Projekt.</translation>
    </message>
    <message>
        <source>{restored} restored, {failed} failed, {skipped} skipped, {waiting} not begun.</source>
        <translation>{restored} restauriert, {failed} fehlgeschlagen, {skipped} übersprungen, {waiting} nicht begonnen.</translation>
    </message>
    <message>
        <source>Looking for damage: {done} of {count} photos.</source>
        <translation>Sucht Schäden: {done} von {count} Fotos.</translation>
    </message>
    <message>
        <source>{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting.</source>
        <translation>{arrived} angekommen. {restored} restauriert, {failed} fehlgeschlagen, {under_way} in Arbeit, {rest} warten.</translation>
    </message>
    <message>
        <source>{done} of {count} done.</source>
        <translation>{done} von {count} fertig.</translation>
    </message>
    <message>
        <source>About {n} s left.</source>
        <translation>Noch etwa {n} s.</translation>
    </message>
    <message>
        <source>About {n} min left.</source>
        <translation>Noch etwa {n} min.</translation>
    </message>
    <message>
        <source>About {n} h left.</source>
        <translation>Noch etwa {n} h.</translation>
    </message>
</context>
<context>
    <name>BrushPage</name>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels of the photo; Ctrl and the wheel change it too</source>
        <translation>Durchmesser des Pinsels in Pixeln des Fotos; auch Strg und das Mausrad ändern ihn</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Pinselgröße in Pixeln</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>How much of the brush paints whatever is there; its rim paints only what stands out from the photo</source>
        <translation>Wie viel vom Pinsel malt, was auch immer dort ist; sein Rand malt nur, was sich vom Foto abhebt</translation>
    </message>
    <message>
        <source>How much of the brush copies in full; its rim fades into the photo</source>
        <translation>Wie viel vom Pinsel ganz kopiert; sein Rand läuft ins Foto aus</translation>
    </message>
    <message>
        <source>Pen pressure sets the size</source>
        <translation>Stiftdruck bestimmt die Größe</translation>
    </message>
    <message>
        <source>A pen that presses less paints a thinner line</source>
        <translation>Ein Stift mit weniger Druck malt eine dünnere Linie</translation>
    </message>
    <message>
        <source>How pressure becomes size</source>
        <translation>Wie Druck zu Größe wird</translation>
    </message>
    <message>
        <source>Soft: a light touch paints broadly. Firm: only a strong one does. Linear: in between</source>
        <translation>Weich: schon leichter Druck malt breit. Fest: erst starker. Linear: dazwischen</translation>
    </message>
    <message>
        <source>Source goes along</source>
        <translation>Quelle wandert mit</translation>
    </message>
    <message>
        <source>The place to copy from keeps its distance to the brush; else each stroke begins there anew</source>
        <translation>Die Stelle, von der kopiert wird, behält ihren Abstand zum Pinsel; sonst beginnt jeder Strich wieder dort</translation>
    </message>
</context>
<context>
    <name>CandidateGrid</name>
    <message>
        <source>Candidates side by side</source>
        <translation>Varianten nebeneinander</translation>
    </message>
    <message>
        <source>Arrow keys and numbers take a candidate in hand, Enter uses it, Esc goes back to the photo.</source>
        <translation>Pfeiltasten und Ziffern nehmen eine Variante zur Hand, die Eingabetaste verwendet sie, Esc führt zum Foto zurück.</translation>
    </message>
    <message>
        <source>seed {seed}, in use</source>
        <translation>Startwert {seed}, in Verwendung</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
</context>
<context>
    <name>CandidateSelection</name>
    <message>
        <source>Use candidate {seed}</source>
        <translation>Variante {seed} verwenden</translation>
    </message>
    <message>
        <source>Use candidate {seed}: {part}</source>
        <translation>Variante {seed} verwenden: {part}</translation>
    </message>
    <message>
        <source>Brush candidate {seed}</source>
        <translation>Variante {seed} einpinseln</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
</context>
<context>
    <name>CandidatesBar</name>
    <message>
        <source>Candidates</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Versions of the chosen face appear here when it is restored.</source>
        <translation>Varianten des gewählten Gesichts erscheinen hier, wenn es restauriert ist.</translation>
    </message>
    <message>
        <source>How many more candidates</source>
        <translation>Anzahl weiterer Varianten</translation>
    </message>
    <message>
        <source>How many more candidates are made, one after the other</source>
        <translation>Wie viele weitere Varianten erzeugt werden, eine nach der anderen</translation>
    </message>
    <message>
        <source>Point at a version of the chosen face to see it in the photo; Enter uses one</source>
        <translation>Auf eine Fassung des gewählten Gesichts zeigen, um sie im Foto zu sehen; die Eingabetaste verwendet sie</translation>
    </message>
    <message>
        <source>How much of the restoration is used for this part; at 0% it keeps the photo&apos;s own pixels</source>
        <translation>Wie viel von der Restaurierung für diesen Teil verwendet wird; bei 0 % bleiben die Pixel des Fotos</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How strong the fine detail is that a painted face borrows from visible skin and hair of the same photo, where the photo is finer than the networks paint; at 0% it has grain only</source>
        <translation>Wie stark die feine Zeichnung ist, die ein gemaltes Gesicht von sichtbarer Haut und sichtbarem Haar desselben Fotos entlehnt, wo das Foto feiner ist, als die Netze malen; bei 0 % hat es nur Korn</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Feinzeichnung</translation>
    </message>
    <message>
        <source>Results of this photo: Enter or a double click returns to one</source>
        <translation>Ergebnisse dieses Fotos: Eingabe oder Doppelklick kehrt zu einem zurück</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>Bisherige Ergebnisse</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}</source>
        <translation>Variante {number}, Startwert {seed}</translation>
    </message>
    <message>
        <source>Candidate {number}, seed {seed}, in use</source>
        <translation>Variante {number}, Startwert {seed}, in Verwendung</translation>
    </message>
    <message>
        <source>Make more</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>{distance} away from the candidate in use</source>
        <translation>{distance} von der verwendeten Variante entfernt</translation>
    </message>
    <message>
        <source>Result {number}, seed {seed}</source>
        <translation>Ergebnis {number}, Startwert {seed}</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>The photo with its mask and layout. Arrow keys move the view, or the cursor of the tools.</source>
        <translation>Das Foto mit Maske und Layout. Pfeiltasten bewegen die Ansicht oder den Cursor der Werkzeuge.</translation>
    </message>
</context>
<context>
    <name>CloneTool</name>
    <message>
        <source>Hold Alt and click there, or use the right button. Then paint.</source>
        <translation>Mit gehaltener Alt-Taste dorthin klicken oder die rechte Taste benutzen. Dann malen.</translation>
    </message>
    <message>
        <source>Choose first where to copy from</source>
        <translation>Zuerst wählen, von wo kopiert wird</translation>
    </message>
    <message>
        <source>What lies there is still to be repaired, or beyond the photo; or what is under the brush is protected.</source>
        <translation>Was dort liegt, ist selbst noch zu reparieren oder liegt außerhalb des Fotos; oder unter dem Pinsel ist alles geschützt.</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Es wurde nichts kopiert</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Für mich erledigen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Original beside the result</source>
        <translation>Original neben dem Ergebnis</translation>
    </message>
    <message>
        <source>The original; the result is beside it</source>
        <translation>Das Original; das Ergebnis steht daneben</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>A report of it was written. It is sent to nobody; you may look at it, and send it.</source>
        <translation>Ein Bericht darüber wurde geschrieben. Er wird niemandem gesendet; Sie können ihn ansehen und senden.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly before</source>
        <translation>Das Programm endete zuvor unerwartet</translation>
    </message>
    <message>
        <source>Your work is still here; save it. The log has the details (Help menu). {error}</source>
        <translation>Die Arbeit ist noch da; bitte speichern. Das Protokoll hat die Einzelheiten (Menü Hilfe). {error}</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist geschehen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
</context>
<context>
    <name>CrashReportsDialog</name>
    <message>
        <source>Crash reports</source>
        <translation>Absturzberichte</translation>
    </message>
    <message>
        <source>This is all that a report holds: no picture, and nothing by which you or your files are called. It is sent to nobody; you may copy it into a message, or save it and send it.</source>
        <translation>Das ist alles, was ein Bericht enthält: kein Bild, und keinen Namen von Ihnen oder Ihren Dateien. Er wird niemandem gesendet; Sie können ihn in eine Nachricht kopieren oder speichern und senden.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Text des Berichts</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Sichern...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No report is kept.</source>
        <translation>Es gibt keinen Bericht.</translation>
    </message>
    <message>
        <source>This report cannot be read.</source>
        <translation>Dieser Bericht kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report cannot be saved there ({reason}).</source>
        <translation>Der Bericht kann dort nicht gespeichert werden ({reason}).</translation>
    </message>
</context>
<context>
    <name>DamageClassDialog</name>
    <message>
        <source>Add a class of damage</source>
        <translation>Schadensklasse hinzufügen</translation>
    </message>
    <message>
        <source>Change a class of damage</source>
        <translation>Schadensklasse ändern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Treatment</source>
        <translation>&amp;Behandlung</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Another class has this name.</source>
        <translation>Eine andere Klasse heißt schon so.</translation>
    </message>
    <message>
        <source>Colour of the class</source>
        <translation>Farbe der Klasse</translation>
    </message>
</context>
<context>
    <name>DamageClassEdits</name>
    <message>
        <source>Change treatment</source>
        <translation>Behandlung ändern</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>Klasse ändern</translation>
    </message>
    <message>
        <source>Remove one that is not needed first.</source>
        <translation>Bitte zuerst eine entfernen, die nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>The mask has no room for another class</source>
        <translation>Die Maske hat keinen Platz für eine weitere Klasse</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <source>It is what the white of a plain mask means. Give it another treatment instead.</source>
        <translation>Sie ist das, was das Weiß einer einfachen Maske bedeutet. Stattdessen ihre Behandlung ändern.</translation>
    </message>
    <message>
        <source>Plain damage stays</source>
        <translation>Allgemeiner Schaden bleibt</translation>
    </message>
    <message>
        <source>What was painted as {name} is marked no more. Undo brings it back.</source>
        <translation>Was als {name} gemalt war, ist nicht mehr markiert. Rückgängig bringt es zurück.</translation>
    </message>
    <message>
        <source>Class removed</source>
        <translation>Klasse entfernt</translation>
    </message>
</context>
<context>
    <name>DamageClasses</name>
    <message>
        <source>kept</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>filled without a network</source>
        <translation>ohne Netz gefüllt</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>restauriert</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>In Ruhe lassen</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Fill without a network</source>
        <translation>Ohne Netz füllen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Stays as it is for now; tools may paint over it.</source>
        <translation>Bleibt vorerst, wie es ist; Werkzeuge dürfen darübermalen.</translation>
    </message>
    <message>
        <source>Stays as it is, bit for bit, whatever is done; tools leave it alone.</source>
        <translation>Bleibt Bit für Bit, wie es ist, was auch geschieht; Werkzeuge lassen es in Ruhe.</translation>
    </message>
    <message>
        <source>Continued from its surroundings, inside a face too; no network invents anything.</source>
        <translation>Aus der Umgebung fortgesetzt, auch in einem Gesicht; kein Netz erfindet etwas.</translation>
    </message>
    <message>
        <source>Painted by the networks inside a face, continued from its surroundings elsewhere.</source>
        <translation>In einem Gesicht von den Netzen gemalt, sonst aus der Umgebung fortgesetzt.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Original, do not repair</source>
        <translation>Original, nicht reparieren</translation>
    </message>
    <message>
        <source>Dust</source>
        <translation>Staub</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>Kratzer</translation>
    </message>
    <message>
        <source>Crease</source>
        <translation>Knick</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Fleck</translation>
    </message>
    <message>
        <source>Torn or missing</source>
        <translation>Gerissen oder fehlend</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
</context>
<context>
    <name>DamageSearch</name>
    <message>
        <source>A network is missing</source>
        <translation>Ein Netz fehlt</translation>
    </message>
    <message>
        <source>No damage was found</source>
        <translation>Kein Schaden gefunden</translation>
    </message>
    <message>
        <source>Places that are suggested and not in the mask yet: {count}.</source>
        <translation>Stellen, die vorgeschlagen und noch nicht in der Maske sind: {count}.</translation>
    </message>
    <message>
        <source>Accept them and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Ohne sie weiter</translation>
    </message>
    <message>
        <source>There are suggestions</source>
        <translation>Es gibt Vorschläge</translation>
    </message>
    <message>
        <source>Nothing stands out as scratch, crease, dust, stain or tear.</source>
        <translation>Nichts fällt als Kratzer, Knick, Staub, Fleck oder Riss auf.</translation>
    </message>
    <message>
        <source>The infrared channel of this scan</source>
        <translation>Der Infrarotkanal dieses Scans</translation>
    </message>
    <message>
        <source>It was used to find damage. What it shows is the surest of the suggestions.</source>
        <translation>Er wurde für die Suche nach Schäden benutzt. Was er zeigt, ist der sicherste der Vorschläge.</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Stacked panels</source>
        <translation>Gestapelte Bereiche</translation>
    </message>
</context>
<context>
    <name>DocumentEdits</name>
    <message>
        <source>Add face</source>
        <translation>Gesicht hinzufügen</translation>
    </message>
    <message>
        <source>Skip face</source>
        <translation>Gesicht überspringen</translation>
    </message>
    <message>
        <source>Restore face</source>
        <translation>Gesicht restaurieren</translation>
    </message>
    <message>
        <source>Reorder faces</source>
        <translation>Gesichter umordnen</translation>
    </message>
    <message>
        <source>Move face</source>
        <translation>Gesicht verschieben</translation>
    </message>
    <message>
        <source>Remove face</source>
        <translation>Gesicht entfernen</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Verschieben: {name}</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>Malen: {name}</translation>
    </message>
    <message>
        <source>Fill with {name}</source>
        <translation>Füllen: {name}</translation>
    </message>
    <message>
        <source>Predict layout</source>
        <translation>Layout vorhersagen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Load layout</source>
        <translation>Layout laden</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <source>Eraser stroke</source>
        <translation>Radierstrich</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Parts lent by {file}</source>
        <translation>Teile aus {file}</translation>
    </message>
    <message>
        <source>Mask of {file}</source>
        <translation>Maske von {file}</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Show the scan as it lies</source>
        <translation>Den Scan zeigen, wie er liegt</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Abnehmen</translation>
    </message>
</context>
<context>
    <name>DropAreas</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look for this person in the folder</source>
        <translation>Diese Person in dem Ordner suchen</translation>
    </message>
    <message>
        <source>Another photograph of this person</source>
        <translation>Ein weiteres Foto dieser Person</translation>
    </message>
    <message>
        <source>Further photographs of this person</source>
        <translation>Weitere Fotos dieser Person</translation>
    </message>
</context>
<context>
    <name>EndNotice</name>
    <message>
        <source>It did not work</source>
        <translation>Es hat nicht geklappt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A JPEG is at most {side} pixels wide and high.</source>
        <translation>Ein JPEG ist höchstens {side} Pixel breit und hoch.</translation>
    </message>
    <message>
        <source>A Ray cluster gives out no device {name}.</source>
        <translation>Ein Ray-Cluster vergibt kein Gerät {name}.</translation>
    </message>
    <message>
        <source>A WebP is at most {side} pixels wide and high.</source>
        <translation>Ein WebP ist höchstens {side} Pixel breit und hoch.</translation>
    </message>
    <message>
        <source>A batch cannot be driven through {address}.</source>
        <translation>Ein Stapel lässt sich nicht über {address} steuern.</translation>
    </message>
    <message>
        <source>A block of metadata in the file is damaged; it was left out.</source>
        <translation>Ein Block mit Metadaten in der Datei ist beschädigt; er wurde weggelassen.</translation>
    </message>
    <message>
        <source>A brace is open, or closed twice.</source>
        <translation>Eine geschweifte Klammer ist offen oder zweimal geschlossen.</translation>
    </message>
    <message>
        <source>A closer look around the mask found faces that were not seen in the whole photo: {count}. Check that each of them is a face.</source>
        <translation>Um die Maske herum wurden aus der Nähe Gesichter gefunden, die im ganzen Foto nicht zu sehen waren: {count}. Prüfen, ob jedes davon ein Gesicht ist.</translation>
    </message>
    <message>
        <source>A computer of the Ray cluster could not start a worker ({reason}).</source>
        <translation>Ein Rechner des Ray-Clusters konnte keinen Arbeitsprozess starten ({reason}).</translation>
    </message>
    <message>
        <source>A file of this name exists.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>A file&apos;s name cannot hold {sign} everywhere.</source>
        <translation>Der Name einer Datei kann {sign} nicht auf jedem System enthalten.</translation>
    </message>
    <message>
        <source>A layout has the classes 0 to {last}.</source>
        <translation>Ein Layout hat die Klassen 0 bis {last}.</translation>
    </message>
    <message>
        <source>A layout is an indexed, grey or RGB PNG.</source>
        <translation>Ein Layout ist ein PNG mit Farbtabelle, in Grau oder RGB.</translation>
    </message>
    <message>
        <source>A layout is saved as PNG.</source>
        <translation>Ein Layout wird als PNG gespeichert.</translation>
    </message>
    <message>
        <source>A mask is saved as PNG.</source>
        <translation>Eine Maske wird als PNG gespeichert.</translation>
    </message>
    <message>
        <source>A name that begins or ends with a dot is hidden, or cut off, on some systems.</source>
        <translation>Ein Name, der mit einem Punkt beginnt oder endet, wird auf manchen Systemen versteckt oder gekürzt.</translation>
    </message>
    <message>
        <source>A network cannot be loaded</source>
        <translation>Ein Netz kann nicht geladen werden</translation>
    </message>
    <message>
        <source>A network is not installed</source>
        <translation>Ein Netz ist nicht installiert</translation>
    </message>
    <message>
        <source>A network paints all that is masked, in faces and beside them, from the photo around it, and follows no layout.</source>
        <translation>Ein Netz malt alles Maskierte, in Gesichtern und daneben, nach dem Foto ringsum; es folgt keinem Layout.</translation>
    </message>
    <message>
        <source>A network&apos;s file is damaged</source>
        <translation>Die Datei eines Netzes ist beschädigt</translation>
    </message>
    <message>
        <source>A pack is for the program that was installed as a package, without PyTorch.</source>
        <translation>Ein solches Paket ist für das Programm, das ohne PyTorch installiert wurde.</translation>
    </message>
    <message>
        <source>A place is confirmed by neither yes nor no, nor left at ask.</source>
        <translation>Eine Stelle ist weder mit yes noch mit no bestätigt und steht auch nicht auf ask.</translation>
    </message>
    <message>
        <source>A project&apos;s name ends in {suffix}.</source>
        <translation>Der Name eines Projekts endet auf {suffix}.</translation>
    </message>
    <message>
        <source>A text in the file is damaged; the picture is not.</source>
        <translation>Ein Text in der Datei ist beschädigt, das Bild nicht.</translation>
    </message>
    <message>
        <source>All names for the project are taken.</source>
        <translation>Alle Namen für das Projekt sind vergeben.</translation>
    </message>
    <message>
        <source>All that is to be restored is protected, so nothing was changed.</source>
        <translation>Alles, was restauriert werden soll, ist geschützt; deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>All works, more slowly. With a newer driver, try it again: facerestore doctor --probe.</source>
        <translation>Alles funktioniert, nur langsamer. Mit einem neueren Treiber noch einmal erproben: facerestore doctor --probe.</translation>
    </message>
    <message>
        <source>Allow it to be compressed, or save it as PNG or TIFF.</source>
        <translation>Komprimieren erlauben oder als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Allow its user to, or choose another output folder.</source>
        <translation>Erlauben Sie es seinem Benutzer, oder wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>An aligned crop is square; this picture is {width} x {height} pixels.</source>
        <translation>Ein ausgerichteter Ausschnitt ist quadratisch; dieses Bild hat {width} x {height} Pixel.</translation>
    </message>
    <message>
        <source>Another seed gives another candidate.</source>
        <translation>Ein anderer Startwert ergibt eine andere Variante.</translation>
    </message>
    <message>
        <source>Ask for fewer cores, wait until other work on the cluster is done, or see what &apos;ray status&apos; says.</source>
        <translation>Verlangen Sie weniger Kerne, warten Sie, bis andere Arbeit auf dem Cluster getan ist, oder sehen Sie nach, was „ray status“ sagt.</translation>
    </message>
    <message>
        <source>Ask its owner, or make a copy that belongs to you.</source>
        <translation>Den Eigentümer fragen oder eine eigene Kopie anlegen.</translation>
    </message>
    <message>
        <source>Build it again.</source>
        <translation>Erstellen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>By its points the mouth lies above the eyes, so the face was taken to be upside down.</source>
        <translation>Nach seinen Punkten liegt der Mund über den Augen; deshalb wurde angenommen, dass das Gesicht auf dem Kopf steht.</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Check its name, and whether its disk is connected.</source>
        <translation>Den Namen prüfen, und ob der Datenträger verbunden ist.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check the disk, and copy the file elsewhere.</source>
        <translation>Den Datenträger prüfen und die Datei woandershin kopieren.</translation>
    </message>
    <message>
        <source>Check the disk, or move the infrared file away from the scan.</source>
        <translation>Prüfen Sie den Datenträger, oder legen Sie die Infrarotdatei an einen anderen Ort als den Scan.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Chinese letters</source>
        <translation>Chinesische Schriftzeichen</translation>
    </message>
    <message>
        <source>Choose --device auto or --device cpu.</source>
        <translation>--device auto oder --device cpu wählen.</translation>
    </message>
    <message>
        <source>Choose --device auto, or install PyTorch.</source>
        <translation>--device auto wählen oder PyTorch installieren.</translation>
    </message>
    <message>
        <source>Choose a folder of weights with one network for each task.</source>
        <translation>Einen Ordner mit einem Netz für jede Aufgabe wählen.</translation>
    </message>
    <message>
        <source>Choose a photograph that shows the person&apos;s face larger or more from the front, or leave it out.</source>
        <translation>Ein Foto wählen, das das Gesicht der Person größer oder mehr von vorn zeigt, oder es weglassen.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>Einen anderen Namen für das Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Einen anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or add --overwrite.</source>
        <translation>Einen anderen Namen wählen oder --overwrite angeben.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be overwritten.</source>
        <translation>Einen anderen Namen wählen oder das Überschreiben erlauben.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <translation>Wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or install PyTorch.</source>
        <translation>Einen anderen Weg zu restaurieren wählen oder PyTorch installieren.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Choose other names or another output folder; a photo is never written over.</source>
        <translation>Wählen Sie andere Namen oder einen anderen Ausgabeordner; ein Foto wird nie überschrieben.</translation>
    </message>
    <message>
        <source>Choose the project of this photograph, or a mask file.</source>
        <translation>Wählen Sie das Projekt dieser Fotografie oder eine Maskendatei.</translation>
    </message>
    <message>
        <source>Chooses one of the ways that are installed, by damage and faces of each photo, and says why.</source>
        <translation>Wählt für jedes Foto nach Schaden und Gesichtern eine der installierten Arten und sagt, warum.</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Nach dem Schaden gewählt</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close other programs before you restore large photos.</source>
        <translation>Schließen Sie andere Programme, bevor Sie große Fotos restaurieren.</translation>
    </message>
    <message>
        <source>Close other programs, allow this one more memory, or open a smaller copy of the photo.</source>
        <translation>Andere Programme schließen, diesem mehr Speicher erlauben oder eine kleinere Kopie des Fotos öffnen.</translation>
    </message>
    <message>
        <source>Close other programs, or open a smaller copy of it.</source>
        <translation>Andere Programme schließen oder eine kleinere Kopie öffnen.</translation>
    </message>
    <message>
        <source>Close other programs, or use --device cpu.</source>
        <translation>Andere Programme schließen oder --device cpu verwenden.</translation>
    </message>
    <message>
        <source>Compared with {files}: it is doubtful that this is the same person (distance {distance}, doubtful from {limit}, another person from {unlike}).</source>
        <translation>Verglichen mit {files}: Es ist zweifelhaft, ob das dieselbe Person ist (Abstand {distance}, zweifelhaft ab {limit}, eine andere Person ab {unlike}).</translation>
    </message>
    <message>
        <source>Compared with {files}: nothing speaks against the same person (distance {distance}, limit {limit}).</source>
        <translation>Verglichen mit {files}: Nichts spricht gegen dieselbe Person (Abstand {distance}, Grenze {limit}).</translation>
    </message>
    <message>
        <source>Compared with {files}: restored, the face is less like the person than what was visible of it (further away by {away}, limit {away_limit}; distance {distance}).</source>
        <translation>Verglichen mit {files}: Restauriert ist das Gesicht der Person weniger ähnlich als das, was davon sichtbar war (um {away} weiter entfernt, Grenze {away_limit}; Abstand {distance}).</translation>
    </message>
    <message>
        <source>Compared with {files}: what was painted is less like the person than it may be (by {strangeness}, limit {strange_limit}; distance of the whole face {distance}).</source>
        <translation>Verglichen mit {files}: Was gemalt wurde, ist der Person weniger ähnlich, als es sein darf (um {strangeness}, Grenze {strange_limit}; Abstand des ganzen Gesichts {distance}).</translation>
    </message>
    <message>
        <source>Convert it to RGB in the program it comes from; that needs its printing profile.</source>
        <translation>Im Programm, aus dem es stammt, nach RGB umwandeln; dafür ist sein Druckprofil nötig.</translation>
    </message>
    <message>
        <source>Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it.</source>
        <translation>Im Programm, das es erzeugt hat, nach RGB oder Grau mit 8 oder 16 Bit pro Kanal umwandeln.</translation>
    </message>
    <message>
        <source>Convert it to RGB with 8 bits per channel.</source>
        <translation>Nach RGB mit 8 Bit pro Kanal umwandeln.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Count from its top left corner.</source>
        <translation>Von der linken oberen Ecke aus zählen.</translation>
    </message>
    <message>
        <source>Create it, or choose another folder.</source>
        <translation>Den Ordner anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Cut out the portrait, and open that.</source>
        <translation>Das Porträt ausschneiden und das öffnen.</translation>
    </message>
    <message>
        <source>Damage lies in a face, and no network that paints faces is installed.</source>
        <translation>Der Schaden liegt in einem Gesicht, und kein Netz, das Gesichter malt, ist installiert.</translation>
    </message>
    <message>
        <source>Develop it to a TIFF or PNG first.</source>
        <translation>Zuerst zu einem TIFF oder PNG entwickeln.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>Export it anew, or save it without its texts to use it as a plain mask.</source>
        <translation>Sie neu exportieren oder ohne ihre Texte speichern, um sie als einfache Maske zu verwenden.</translation>
    </message>
    <message>
        <source>Export the networks again (facerestore models export-onnx).</source>
        <translation>Die Netze noch einmal exportieren (facerestore models export-onnx).</translation>
    </message>
    <message>
        <source>Exporting needs the packages onnx and onnxscript.</source>
        <translation>Zum Exportieren braucht es die Pakete onnx und onnxscript.</translation>
    </message>
    <message>
        <source>Face {number}: {words}</source>
        <translation>Gesicht {number}: {words}</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Gesichter aus Vorwissen (ISFRNet)</translation>
    </message>
    <message>
        <source>Faces by layout</source>
        <translation>Gesichter nach Layout</translation>
    </message>
    <message>
        <source>File types</source>
        <translation>Dateiarten</translation>
    </message>
    <message>
        <source>Find the damage of its photo again.</source>
        <translation>Suchen Sie die Schäden seines Fotos noch einmal.</translation>
    </message>
    <message>
        <source>For example {stem}_restored or {number}_{stem}; known are {stem}, {number}, {date}, {restorer} and, at the end, .{ext}.</source>
        <translation>Zum Beispiel {stem}_restored oder {number}_{stem}; bekannt sind {stem}, {number}, {date}, {restorer} und am Ende .{ext}.</translation>
    </message>
    <message>
        <source>Free some room on this disk: what is not saved yet is kept there.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger: Dort liegt, was noch nicht gespeichert ist.</translation>
    </message>
    <message>
        <source>Free some space, or save it elsewhere.</source>
        <translation>Schaffen Sie Platz, oder speichern Sie es anderswo.</translation>
    </message>
    <message>
        <source>Free some space, or save to another disk.</source>
        <translation>Platz schaffen oder auf einem anderen Datenträger speichern.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>From the album were taken, best first (distance): {files}.</source>
        <translation>Aus dem Album wurden genommen, das beste zuerst (Abstand): {files}.</translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation>Erzeugen Sie es erneut.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .ora (OpenRaster) or .tif.</source>
        <translation>Einen Namen geben, der auf .ora (OpenRaster) oder .tif endet.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png, .tif, .webp or .jpg.</source>
        <translation>Einen Namen geben, der auf .png, .tif, .webp oder .jpg endet.</translation>
    </message>
    <message>
        <source>Give it a name that ends in .png.</source>
        <translation>Einen Namen geben, der auf .png endet.</translation>
    </message>
    <message>
        <source>Give it such a name.</source>
        <translation>Einen solchen Namen geben.</translation>
    </message>
    <message>
        <source>Give yourself the right to write there.</source>
        <translation>Geben Sie sich das Recht, dort zu schreiben.</translation>
    </message>
    <message>
        <source>Good for comparing: another network&apos;s idea of the same face.</source>
        <translation>Gut zum Vergleichen: wie ein anderes Netz sich dasselbe Gesicht vorstellt.</translation>
    </message>
    <message>
        <source>Good for damage that reaches from a face into hair, clothes or background, at any shape of photo.</source>
        <translation>Gut für Schäden, die vom Gesicht in Haare, Kleidung oder Hintergrund reichen, bei jeder Form des Fotos.</translation>
    </message>
    <message>
        <source>Good for faces of which an eye, the mouth or more is hidden, and for scratches across them.</source>
        <translation>Gut für Gesichter, von denen ein Auge, der Mund oder mehr verdeckt ist, und für Kratzer darüber.</translation>
    </message>
    <message>
        <source>Good for folders of mixed photos, and for whoever does not want to choose.</source>
        <translation>Gut für Ordner mit gemischten Fotos und für alle, die nicht wählen möchten.</translation>
    </message>
    <message>
        <source>Good for scratches, and for wide damage on cloth, walls or sky in a photo with grain.</source>
        <translation>Gut für Kratzer und für breite Schäden auf Stoff, Wänden oder Himmel in einem Foto mit Korn.</translation>
    </message>
    <message>
        <source>Good for spots on even ground, in no time.</source>
        <translation>Gut für Flecken auf gleichmäßigem Grund, im Nu.</translation>
    </message>
    <message>
        <source>Good for thin scratches and cracks across edges.</source>
        <translation>Gut für dünne Kratzer und Risse quer über Kanten.</translation>
    </message>
    <message>
        <source>How long it takes on this computer was not measured yet.</source>
        <translation>Wie lange es auf diesem Rechner dauert, wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <source>In {folder} there are {names} for the task {task!r}, but not {standard}: which is meant is not said.</source>
        <translation>In {folder} gibt es {names} für die Aufgabe {task!r}, aber nicht {standard}: Welches gemeint ist, wird nicht gesagt.</translation>
    </message>
    <message>
        <source>In {folder}, {problem}.</source>
        <translation>In {folder}: {problem}.</translation>
    </message>
    <message>
        <source>Install a font such as Noto Sans CJK to read Chinese.</source>
        <translation>Installieren Sie eine Schrift wie Noto Sans CJK, um Chinesisch zu lesen.</translation>
    </message>
    <message>
        <source>Install facerestore again, or choose another folder of weights.</source>
        <translation>facerestore neu installieren oder einen anderen Ordner mit Gewichten wählen.</translation>
    </message>
    <message>
        <source>Install facerestore again.</source>
        <translation>Installieren Sie facerestore neu.</translation>
    </message>
    <message>
        <source>Install it with &apos;python -m pip install ray&apos; in this program&apos;s environment, or leave --engine away.</source>
        <translation>Installieren Sie es mit „python -m pip install ray“ in der Umgebung dieses Programms, oder lassen Sie --engine weg.</translation>
    </message>
    <message>
        <source>Install the same networks on every computer of the cluster.</source>
        <translation>Installieren Sie auf jedem Rechner des Clusters dieselben Netze.</translation>
    </message>
    <message>
        <source>Install the same version on every computer of the cluster.</source>
        <translation>Installieren Sie auf jedem Rechner des Clusters dieselbe Version.</translation>
    </message>
    <message>
        <source>Install the same versions of facerestore, Python and Ray on every computer of the cluster.</source>
        <translation>Installieren Sie auf jedem Rechner des Clusters dieselben Versionen von facerestore, Python und Ray.</translation>
    </message>
    <message>
        <source>It borrows from no other photograph.</source>
        <translation>Sie leiht von keinem anderen Foto.</translation>
    </message>
    <message>
        <source>It borrows from other photographs of the person.</source>
        <translation>Sie leiht von anderen Fotos der Person.</translation>
    </message>
    <message>
        <source>It cannot be read ({reason}).</source>
        <translation>Es kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>It cannot be recovered.</source>
        <translation>Es kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>It cannot be unpacked ({reason}).</source>
        <translation>Es lässt sich nicht auspacken ({reason}).</translation>
    </message>
    <message>
        <source>It follows no layout.</source>
        <translation>Sie folgt keinem Layout.</translation>
    </message>
    <message>
        <source>It follows the layout, which can be corrected.</source>
        <translation>Sie folgt dem Layout, das sich korrigieren lässt.</translation>
    </message>
    <message>
        <source>It gives one result.</source>
        <translation>Sie gibt ein einziges Ergebnis.</translation>
    </message>
    <message>
        <source>It is no pack for a graphics card, or damaged.</source>
        <translation>Es ist kein Paket für eine Grafikkarte, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>It is not known how large {file} is.</source>
        <translation>Es ist nicht bekannt, wie groß {file} ist.</translation>
    </message>
    <message>
        <source>It is uncertain whether what was found is a face. Look where its points lie, and place them if they are wrong; if the photo lies askew, turn it upright first.</source>
        <translation>Ob das Gefundene ein Gesicht ist, ist unsicher. Nachsehen, wo die Punkte liegen, und sie setzen, wenn sie falsch sind; liegt das Foto schief, es zuerst aufrecht drehen.</translation>
    </message>
    <message>
        <source>It lacks {packages}.</source>
        <translation>Darin fehlt {packages}.</translation>
    </message>
    <message>
        <source>It names damage classes that stay as they are, but has greys that belong to no class, as after work in another program: what is to be kept cannot be told any more.</source>
        <translation>Sie nennt Schadensklassen, die bleiben, wie sie sind, hat aber Grautöne, die zu keiner Klasse gehören, wie nach einer Bearbeitung in einem anderen Programm: Was bewahrt werden soll, ist nicht mehr zu erkennen.</translation>
    </message>
    <message>
        <source>It needs {needed} MB on the disk of {folder}, which has {free} MB.</source>
        <translation>Es braucht {needed} MB auf dem Datenträger von {folder}, der {free} MB hat.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a face on this computer.</source>
        <translation>Auf diesem Rechner dauert es etwa {seconds} s je Gesicht.</translation>
    </message>
    <message>
        <source>It takes about {seconds} s for a photo on this computer.</source>
        <translation>Auf diesem Rechner dauert es etwa {seconds} s je Foto.</translation>
    </message>
    <message>
        <source>It was asked for.</source>
        <translation>Es wurde verlangt.</translation>
    </message>
    <message>
        <source>It was changed or moved since. Restore it again.</source>
        <translation>Es wurde seitdem geändert oder verschoben. Restaurieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It was made with another photo than {photo}.</source>
        <translation>Es wurde mit einem anderen Foto als {photo} gemacht.</translation>
    </message>
    <message>
        <source>It was tried on the graphics card: {problem}.</source>
        <translation>Es wurde auf der Grafikkarte erprobt: {problem}.</translation>
    </message>
    <message>
        <source>Its crop lies outside this one.</source>
        <translation>Sein Ausschnitt liegt außerhalb dieses Fotos.</translation>
    </message>
    <message>
        <source>Its network is not installed.</source>
        <translation>Ihr Netz ist nicht installiert.</translation>
    </message>
    <message>
        <source>Its photo, {photo}, was not found.</source>
        <translation>Sein Foto, {photo}, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG kann die unberührten Pixel nicht genau bewahren; PNG und TIFF können es.</translation>
    </message>
    <message>
        <source>Known are {names}.</source>
        <translation>Bekannt sind {names}.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Layers are not written as {suffix}.</source>
        <translation>Ebenen werden nicht als {suffix} geschrieben.</translation>
    </message>
    <message>
        <source>Leave --device away, or say cpu.</source>
        <translation>Lassen Sie --device weg, oder geben Sie cpu an.</translation>
    </message>
    <message>
        <source>Leave out --aligned to have the face found.</source>
        <translation>--aligned weglassen, damit das Gesicht gesucht wird.</translation>
    </message>
    <message>
        <source>Leave out of the mask what is sound, or choose another way to restore.</source>
        <translation>Heiles aus der Maske lassen, oder eine andere Art zu restaurieren wählen.</translation>
    </message>
    <message>
        <source>Leave out the layout, or choose another restorer.</source>
        <translation>Das Layout weglassen, oder eine andere Art zu restaurieren wählen.</translation>
    </message>
    <message>
        <source>Leave out the points, or make the layout again with them.</source>
        <translation>Die Punkte weglassen oder das Layout mit ihnen neu erzeugen.</translation>
    </message>
    <message>
        <source>Leave out the references, or choose another restorer.</source>
        <translation>Die Referenzen weglassen oder eine andere Art zu restaurieren wählen.</translation>
    </message>
    <message>
        <source>Leave out where the face is, or choose another restorer.</source>
        <translation>Weglassen, wo das Gesicht ist, oder eine andere Art zu restaurieren wählen.</translation>
    </message>
    <message>
        <source>Look into the log, and see whether &apos;facerestore doctor&apos; finds what is missing.</source>
        <translation>Sehen Sie im Protokoll nach, und ob „facerestore doctor“ findet, was fehlt.</translation>
    </message>
    <message>
        <source>Looks like another person than in {files} (distance {distance}, limit {unlike}).</source>
        <translation>Sieht nach einer anderen Person aus als in {files} (Abstand {distance}, Grenze {unlike}).</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, and open that.</source>
        <translation>Eine kleinere Kopie machen und diese öffnen.</translation>
    </message>
    <message>
        <source>Make a smaller copy of it, or cut out the portrait, and open that.</source>
        <translation>Eine kleinere Kopie machen oder das Porträt ausschneiden und das öffnen.</translation>
    </message>
    <message>
        <source>Make room, choose another output folder, or restore fewer photos at a time.</source>
        <translation>Schaffen Sie Platz, wählen Sie einen anderen Ordner für die Ergebnisse, oder restaurieren Sie weniger Fotos auf einmal.</translation>
    </message>
    <message>
        <source>More of the infrared channel is dark than dirt can be. It is of a film that stops infrared, or it is no infrared of this picture. It was not used.</source>
        <translation>Vom Infrarotkanal ist mehr dunkel, als Schmutz sein kann. Er stammt von einem Film, der Infrarot aufhält, oder er ist kein Infrarot dieses Bildes. Er wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Eine Datei angeben.</translation>
    </message>
    <message>
        <source>Name a folder with photographs of the person.</source>
        <translation>Einen Ordner mit Fotos der Person angeben.</translation>
    </message>
    <message>
        <source>Name a mask that is there.</source>
        <translation>Nennen Sie eine Maske, die da ist.</translation>
    </message>
    <message>
        <source>Name a photo, or a folder of photos.</source>
        <translation>Ein Foto oder einen Ordner mit Fotos angeben.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>Nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Name it: celeba (CelebAMask-HQ: 1 skin, 2 nose, 13 hair), bisenet (face-parsing.PyTorch: 1 skin, 10 nose, 17 hair) or segface (SegFace: 1 neck, 2 skin, 14 hair).</source>
        <translation>Angeben: celeba (CelebAMask-HQ: 1 Haut, 2 Nase, 13 Haar), bisenet (face-parsing.PyTorch: 1 Haut, 10 Nase, 17 Haar) oder segface (SegFace: 1 Hals, 2 Haut, 14 Haar).</translation>
    </message>
    <message>
        <source>Name the folder of the album.</source>
        <translation>Den Ordner des Albums angeben.</translation>
    </message>
    <message>
        <source>Name those that are most alike in pose and sharpest.</source>
        <translation>Die angeben, die in der Haltung am ähnlichsten und am schärfsten sind.</translation>
    </message>
    <message>
        <source>Networks paint faces, following the layout; the rest is continued from its surroundings.</source>
        <translation>Netze malen Gesichter nach dem Layout; der Rest wird aus seiner Umgebung fortgesetzt.</translation>
    </message>
    <message>
        <source>No class of the mask is to be restored or filled, so nothing was changed.</source>
        <translation>Keine Klasse der Maske soll restauriert oder gefüllt werden; deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is thin.</source>
        <translation>Kein Gesicht ist beschädigt, und der Schaden ist dünn.</translation>
    </message>
    <message>
        <source>No face is damaged, and the damage is wide.</source>
        <translation>Kein Gesicht ist beschädigt, und der Schaden ist breit.</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>No face was found in the reference {file}.</source>
        <translation>In der Referenz {file} wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>No face was found in this photo, neither upright nor turned.</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden, weder aufrecht noch gedreht.</translation>
    </message>
    <message>
        <source>No face was found in {files}.</source>
        <translation>Kein Gesicht gefunden wurde in {files}.</translation>
    </message>
    <message>
        <source>No face was found; the photo was painted by what is visible around the damage alone.</source>
        <translation>Kein Gesicht wurde gefunden; das Foto wurde allein nach dem gemalt, was um den Schaden herum sichtbar ist.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border along lines of equal brightness.</source>
        <translation>Ohne Netz: Alles unter der Maske wird von seinem Rand aus entlang Linien gleicher Helligkeit fortgesetzt.</translation>
    </message>
    <message>
        <source>No network: all that is masked is continued from its border by fast marching.</source>
        <translation>Ohne Netz: Alles unter der Maske wird von seinem Rand aus Schritt für Schritt fortgesetzt (Fast Marching).</translation>
    </message>
    <message>
        <source>No network: thin damage is bridged smoothly, wide damage is continued by patches of its surroundings, and both get the photo&apos;s grain.</source>
        <translation>Ohne Netz: Dünner Schaden wird glatt überbrückt, breiter mit Stücken seiner Umgebung fortgesetzt, und beide erhalten das Korn des Fotos.</translation>
    </message>
    <message>
        <source>No photograph of the album was taken; name photographs of the person with --reference.</source>
        <translation>Aus dem Album wurde kein Foto genommen; Fotos der Person mit --reference angeben.</translation>
    </message>
    <message>
        <source>No project takes more than 2 GB.</source>
        <translation>Kein Projekt braucht mehr als 2 GB.</translation>
    </message>
    <message>
        <source>No worker could be started on the Ray cluster. Each asks for {cores} cores, {memory} GB of memory and {devices} graphics devices of one computer.</source>
        <translation>Auf dem Ray-Cluster ließ sich kein Arbeitsprozess starten. Jeder verlangt {cores} Kerne, {memory} GB Speicher und {devices} Grafikgeräte eines Rechners.</translation>
    </message>
    <message>
        <source>Nobody painted a mask: what looks damaged was restored, {count} places. Look at it before you use it.</source>
        <translation>Niemand hat eine Maske gemalt: Restauriert wurde, was beschädigt aussieht, {count} Stellen. Sehen Sie es an, bevor Sie es verwenden.</translation>
    </message>
    <message>
        <source>Not compared with the person: there is no other photograph.</source>
        <translation>Nicht mit der Person verglichen: Es gibt kein weiteres Foto.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: it follows no layout.</source>
        <translation>Nicht für ein Gesicht, dessen Züge von Hand gesetzt werden sollen: es folgt keinem Layout.</translation>
    </message>
    <message>
        <source>Not for a face whose features are to be set by hand: there is one result.</source>
        <translation>Nicht für Gesichter, deren Züge von Hand bestimmt werden sollen: Es gibt ein einziges Ergebnis.</translation>
    </message>
    <message>
        <source>Not for comparing: choose the ways to be compared by name.</source>
        <translation>Nicht zum Vergleichen: Wählen Sie die Arten, die verglichen werden sollen, beim Namen.</translation>
    </message>
    <message>
        <source>Not for eyes or a mouth: nothing is made up that is not seen elsewhere.</source>
        <translation>Nicht für Augen oder einen Mund: Es wird nichts erfunden, was nicht anderswo zu sehen ist.</translation>
    </message>
    <message>
        <source>Not for eyes, mouth or wide damage: they become a blur.</source>
        <translation>Nicht für Augen, Mund oder breite Schäden: Sie verschwimmen.</translation>
    </message>
    <message>
        <source>Not for what lies beside faces: it is continued from its surroundings, without a network.</source>
        <translation>Nicht für das, was neben Gesichtern liegt: Es wird aus seiner Umgebung fortgesetzt, ohne Netz.</translation>
    </message>
    <message>
        <source>Not taken from the album, because no face in them is within {threshold} of the damaged one: {files}.</source>
        <translation>Nicht aus dem Album genommen, weil kein Gesicht darin dem beschädigten auf {threshold} nahe kommt: {files}.</translation>
    </message>
    <message>
        <source>Nothing can be written here ({reason}).</source>
        <translation>Hier kann nichts geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>Nothing of your work is lost. Close other programs, and try again.</source>
        <translation>Von der Arbeit ist nichts verloren. Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing that it saves is as large.</source>
        <translation>Nichts, was das Programm speichert, ist so groß.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look for a newer driver of the card, or go on with the processor.</source>
        <translation>Nichts wurde geändert. Suchen Sie einen neueren Treiber der Karte, oder arbeiten Sie mit dem Prozessor weiter.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the exported network {file}.</source>
        <translation>ONNX Runtime kann das exportierte Netz {file} nicht laden.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load what it needs for {provider}.</source>
        <translation>ONNX Runtime kann nicht laden, was es für {provider} braucht.</translation>
    </message>
    <message>
        <source>ONNX Runtime is not installed.</source>
        <translation>ONNX Runtime ist nicht installiert.</translation>
    </message>
    <message>
        <source>Open a PNG, TIFF, JPEG or WebP picture.</source>
        <translation>Ein PNG-, TIFF-, JPEG- oder WebP-Bild öffnen.</translation>
    </message>
    <message>
        <source>Open a file that ends in .facerestore.</source>
        <translation>Eine Datei öffnen, die auf .facerestore endet.</translation>
    </message>
    <message>
        <source>Open a file that ends in {suffix}.</source>
        <translation>Eine Datei öffnen, die auf {suffix} endet.</translation>
    </message>
    <message>
        <source>Open a picture in it.</source>
        <translation>Ein Bild darin öffnen.</translation>
    </message>
    <message>
        <source>Open the project, choose this photo, and save it again; or move it away to use a mask.</source>
        <translation>Öffnen Sie das Projekt, wählen Sie dieses Foto, und sichern Sie es neu; oder legen Sie es woandershin, um eine Maske zu benutzen.</translation>
    </message>
    <message>
        <source>Order: eye on the left, eye on the right, nose tip, corners of the mouth on the left and right.</source>
        <translation>Reihenfolge: linkes Auge im Bild, rechtes Auge im Bild, Nasenspitze, linker und rechter Mundwinkel.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Paint the mask over this photo, in the photo&apos;s own size.</source>
        <translation>Die Maske über dieses Foto malen, in dessen eigener Größe.</translation>
    </message>
    <message>
        <source>Parts were restored at less than full strength: the photo&apos;s own pixels shine through.</source>
        <translation>Teile wurden mit weniger als voller Stärke restauriert: Die Pixel des Fotos scheinen durch.</translation>
    </message>
    <message>
        <source>Photos are PNG, TIFF, JPEG or WebP files; --recursive looks into the folders below.</source>
        <translation>Fotos sind PNG-, TIFF-, JPEG- oder WebP-Dateien; --recursive sieht auch in die Unterordner.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Put it back, and save again.</source>
        <translation>Zurücklegen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>Put photos, masks and results on a file system that every computer of the cluster mounts under the same path.</source>
        <translation>Legen Sie Fotos, Masken und Ergebnisse auf ein Dateisystem, das jeder Rechner des Clusters unter demselben Pfad einhängt.</translation>
    </message>
    <message>
        <source>Put the photo beside the project.</source>
        <translation>Das Foto neben das Projekt legen.</translation>
    </message>
    <message>
        <source>Ray is not installed, which --engine ray needs.</source>
        <translation>Ray ist nicht installiert; --engine ray braucht es.</translation>
    </message>
    <message>
        <source>Remove results from it: save them as photos of their own.</source>
        <translation>Ergebnisse daraus entfernen: sie als eigene Fotos speichern.</translation>
    </message>
    <message>
        <source>Remove the photograph, and add it again.</source>
        <translation>Entfernen Sie die Fotografie und fügen Sie sie neu hinzu.</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>Restaurieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>Results cannot be named like this. {reason}</source>
        <translation>So können Ergebnisse nicht heißen. {reason}</translation>
    </message>
    <message>
        <source>Results would be taken for masks or layouts of photos.</source>
        <translation>Ergebnisse würden für Masken oder Layouts von Fotos gehalten.</translation>
    </message>
    <message>
        <source>Save it anew, as PNG or as TIFF without tiles.</source>
        <translation>Neu speichern, als PNG oder als TIFF ohne Kacheln.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF first.</source>
        <translation>Zuerst als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with another program.</source>
        <translation>Mit einem anderen Programm als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF with the program that made it.</source>
        <translation>Mit dem Programm, das es erzeugt hat, als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF.</source>
        <translation>Als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG with another program.</source>
        <translation>Mit einem anderen Programm als PNG speichern.</translation>
    </message>
    <message>
        <source>Save it as PNG, TIFF or WebP.</source>
        <translation>Als PNG, TIFF oder WebP speichern.</translation>
    </message>
    <message>
        <source>Save it as TIFF with LZW or no compression.</source>
        <translation>Als TIFF mit LZW oder ohne Kompression speichern.</translation>
    </message>
    <message>
        <source>Save it as an RGB PNG, whose colours are read.</source>
        <translation>Als RGB-PNG speichern, dessen Farben gelesen werden.</translation>
    </message>
    <message>
        <source>Save it as an indexed or grey PNG whose values are the classes, without smoothing.</source>
        <translation>Als PNG mit Farbtabelle oder in Grau speichern, dessen Werte die Klassen sind, ohne Glättung.</translation>
    </message>
    <message>
        <source>Save it elsewhere.</source>
        <translation>Speichern Sie es an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Save it first.</source>
        <translation>Zuerst speichern.</translation>
    </message>
    <message>
        <source>Save it without the extra channels.</source>
        <translation>Ohne die weiteren Kanäle speichern.</translation>
    </message>
    <message>
        <source>Save the mask in black and white: white is restored, black is kept.</source>
        <translation>Die Maske in Schwarz und Weiß speichern: Weiß wird restauriert, Schwarz bleibt.</translation>
    </message>
    <message>
        <source>Save the one picture you want as PNG or TIFF.</source>
        <translation>Das gewünschte Einzelbild als PNG oder TIFF speichern.</translation>
    </message>
    <message>
        <source>Save the page you want as a file of its own, and open that.</source>
        <translation>Die gewünschte Seite als eigene Datei speichern und diese öffnen.</translation>
    </message>
    <message>
        <source>Save the result as one picture.</source>
        <translation>Das Ergebnis als ein Bild speichern.</translation>
    </message>
    <message>
        <source>Say cpu or cuda, or restore without --engine ray.</source>
        <translation>Geben Sie cpu oder cuda an, oder restaurieren Sie ohne --engine ray.</translation>
    </message>
    <message>
        <source>Say where it is with --points &apos;x,y;x,y;x,y;x,y;x,y&apos;: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo, in pixels from its top left corner; or with --aligned if the picture is a face crop already.</source>
        <translation>Mit --points &apos;x,y;x,y;x,y;x,y;x,y&apos; sagen, wo es ist: Auge links, Auge rechts, Nasenspitze, linker und rechter Mundwinkel, wie auf dem Foto zu sehen, in Pixeln von seiner linken oberen Ecke aus; oder mit --aligned, wenn das Bild schon ein Gesichtsausschnitt ist.</translation>
    </message>
    <message>
        <source>See what &apos;ray status&apos; says; all computers need the same versions of Ray and Python.</source>
        <translation>Sehen Sie nach, was „ray status“ sagt; alle Rechner brauchen dieselben Versionen von Ray und Python.</translation>
    </message>
    <message>
        <source>See whether the file is there and may be read, and the disk has space.</source>
        <translation>Sehen Sie nach, ob die Datei da ist und gelesen werden darf und ob der Datenträger Platz hat.</translation>
    </message>
    <message>
        <source>Several photos would get one name: {stem} or {number} tells them apart.</source>
        <translation>Mehrere Fotos bekämen denselben Namen: {stem} oder {number} unterscheidet sie.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the restoration.</source>
        <translation>Beim Restaurieren ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong ({kind}). The log has the details.</source>
        <translation>Etwas Unerwartetes ist geschehen ({kind}). Das Protokoll des Programms enthält Näheres.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Start it on a computer of the cluster, with --ray-address auto.</source>
        <translation>Starten Sie ihn auf einem Rechner des Clusters, mit --ray-address auto.</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Umgebung (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Umgebung (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Umgebung (Membran)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Take a pack that was built by this version of the program, for this kind of computer.</source>
        <translation>Nehmen Sie ein Paket, das diese Version des Programms für diese Art von Computer erstellt hat.</translation>
    </message>
    <message>
        <source>The Ray cluster cannot be used ({reason}).</source>
        <translation>Der Ray-Cluster lässt sich nicht verwenden ({reason}).</translation>
    </message>
    <message>
        <source>The Ray cluster has no graphics device.</source>
        <translation>Der Ray-Cluster hat kein Grafikgerät.</translation>
    </message>
    <message>
        <source>The candidates of this result are no longer there.</source>
        <translation>Die Varianten dieses Ergebnisses sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The computer {computer} does not see the folder {folder}.</source>
        <translation>Der Rechner {computer} sieht den Ordner {folder} nicht.</translation>
    </message>
    <message>
        <source>The computer {computer} has facerestore {its}, and this one has {ours}.</source>
        <translation>Der Rechner {computer} hat facerestore {its}, und dieser hat {ours}.</translation>
    </message>
    <message>
        <source>The computer {computer} has folders of these names, but not the same files in them.</source>
        <translation>Der Rechner {computer} hat Ordner dieses Namens, aber nicht dieselben Dateien darin.</translation>
    </message>
    <message>
        <source>The computer {computer} has other networks.</source>
        <translation>Der Rechner {computer} hat andere Netze.</translation>
    </message>
    <message>
        <source>The computer {computer} may not write into {folder}.</source>
        <translation>Der Rechner {computer} darf nicht in {folder} schreiben.</translation>
    </message>
    <message>
        <source>The device has too little free memory.</source>
        <translation>Das Gerät hat zu wenig freien Speicher.</translation>
    </message>
    <message>
        <source>The device {name!r} is not available here.</source>
        <translation>Das Gerät {name!r} ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>The device {name!r} needs PyTorch, which is not installed.</source>
        <translation>Das Gerät {name!r} braucht PyTorch, und das ist nicht installiert.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Der Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The driver of the graphics card may be broken: install another version of it.</source>
        <translation>Der Treiber der Grafikkarte ist vielleicht defekt: Installieren Sie eine andere Version.</translation>
    </message>
    <message>
        <source>The ending is that of the result&apos;s format, and is added.</source>
        <translation>Die Endung ist die des Formats des Ergebnisses und wird angehängt.</translation>
    </message>
    <message>
        <source>The ending stands last, after a dot.</source>
        <translation>Die Endung steht zuletzt, nach einem Punkt.</translation>
    </message>
    <message>
        <source>The exported network {file} is damaged: its SHA-256 is another.</source>
        <translation>Das exportierte Netz {file} ist beschädigt: Seine SHA-256 ist eine andere.</translation>
    </message>
    <message>
        <source>The exported networks are installed, and no graphics device is used.</source>
        <translation>Die exportierten Netze sind installiert, und es wird kein Grafikgerät benutzt.</translation>
    </message>
    <message>
        <source>The exported networks in {folder} were made of other weights.</source>
        <translation>Die exportierten Netze in {folder} stammen von anderen Gewichten.</translation>
    </message>
    <message>
        <source>The eyes lie on one spot.</source>
        <translation>Die Augen liegen auf einer Stelle.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Die Datei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>Die Datei kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file does not say how long its parts are; that was worked out from its size.</source>
        <translation>Die Datei sagt nicht, wie lang ihre Teile sind; das wurde aus ihrer Größe berechnet.</translation>
    </message>
    <message>
        <source>The file does not say in which order its classes are numbered, and a wrong one looks plausible.</source>
        <translation>Die Datei sagt nicht, in welcher Reihenfolge ihre Klassen nummeriert sind, und eine falsche sieht plausibel aus.</translation>
    </message>
    <message>
        <source>The file does not say whether zero is black; that was assumed.</source>
        <translation>Die Datei sagt nicht, ob null schwarz ist; das wurde angenommen.</translation>
    </message>
    <message>
        <source>The file ends in the middle of the picture.</source>
        <translation>Die Datei endet mitten im Bild.</translation>
    </message>
    <message>
        <source>The file has classes that do not exist: {classes}.</source>
        <translation>Die Datei hat Klassen, die es nicht gibt: {classes}.</translation>
    </message>
    <message>
        <source>The file has colours of no class: {colours}.</source>
        <translation>Die Datei hat Farben, die zu keiner Klasse gehören: {colours}.</translation>
    </message>
    <message>
        <source>The file has no end marker; its picture is whole all the same.</source>
        <translation>Der Datei fehlt die Endmarke; ihr Bild ist trotzdem ganz.</translation>
    </message>
    <message>
        <source>The file has several further channels and does not say which of them is infrared. None of them was used to find damage.</source>
        <translation>Die Datei hat mehrere weitere Kanäle und sagt nicht, welcher davon Infrarot ist. Für die Suche nach Schäden wurde keiner benutzt.</translation>
    </message>
    <message>
        <source>The file holds {count} pictures.</source>
        <translation>Die Datei enthält {count} Bilder.</translation>
    </message>
    <message>
        <source>The file is a PDF document.</source>
        <translation>Die Datei ist ein PDF-Dokument.</translation>
    </message>
    <message>
        <source>The file is a camera&apos;s raw file.</source>
        <translation>Die Datei ist eine Rohdatei einer Kamera.</translation>
    </message>
    <message>
        <source>The file is a picture in a format that we do not read: {name}.</source>
        <translation>Die Datei ist ein Bild in einem Format, das wir nicht lesen: {name}.</translation>
    </message>
    <message>
        <source>The file is a video.</source>
        <translation>Die Datei ist ein Video.</translation>
    </message>
    <message>
        <source>The file is a zip, but not a project of facerestore.</source>
        <translation>Die Datei ist ein Zip, aber kein Projekt von facerestore.</translation>
    </message>
    <message>
        <source>The file is an animation.</source>
        <translation>Die Datei ist eine Animation.</translation>
    </message>
    <message>
        <source>The file is damaged: its entry {name!r} makes no sense.</source>
        <translation>Die Datei ist beschädigt: ihr Eintrag {name!r} ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The file is damaged: {what}.</source>
        <translation>Die Datei ist beschädigt: {what}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is no picture.</source>
        <translation>Die Datei ist kein Bild.</translation>
    </message>
    <message>
        <source>The file is not a PNG picture.</source>
        <translation>Die Datei ist kein PNG-Bild.</translation>
    </message>
    <message>
        <source>The file is not a journal of facerestore.</source>
        <translation>Die Datei ist kein Journal von facerestore.</translation>
    </message>
    <message>
        <source>The file is not a picture.</source>
        <translation>Die Datei ist kein Bild.</translation>
    </message>
    <message>
        <source>The file is not a project of facerestore.</source>
        <translation>Die Datei ist kein Projekt von facerestore.</translation>
    </message>
    <message>
        <source>The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).</source>
        <translation>Die Datei ist ein seltenes JPEG (verlustfrei, 12 Bit oder zwei Kanäle).</translation>
    </message>
    <message>
        <source>The file is of a rare kind of PNG.</source>
        <translation>Die Datei ist ein seltenes PNG.</translation>
    </message>
    <message>
        <source>The file is too large for a list of repeated places.</source>
        <translation>Die Datei ist zu groß für eine Liste wiederkehrender Stellen.</translation>
    </message>
    <message>
        <source>The file is too large: {size} GB.</source>
        <translation>Die Datei ist zu groß: {size} GB.</translation>
    </message>
    <message>
        <source>The file is too large: {size} MB.</source>
        <translation>Die Datei ist zu groß: {size} MB.</translation>
    </message>
    <message>
        <source>The file may not be read.</source>
        <translation>Die Datei darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file names a label order that we do not know ({order!r}).</source>
        <translation>Die Datei nennt eine unbekannte Reihenfolge der Klassen ({order!r}).</translation>
    </message>
    <message>
        <source>The file sends its picture in far too many passes.</source>
        <translation>Die Datei liefert ihr Bild in viel zu vielen Durchgängen.</translation>
    </message>
    <message>
        <source>The file&apos;s note of where the layout lies in the photo is damaged.</source>
        <translation>Der Vermerk der Datei, wo das Layout im Foto liegt, ist beschädigt.</translation>
    </message>
    <message>
        <source>The file&apos;s values and its colours name different classes: a program has sorted its palette.</source>
        <translation>Werte und Farben der Datei nennen verschiedene Klassen: Ein Programm hat ihre Farbtabelle sortiert.</translation>
    </message>
    <message>
        <source>The folder cannot be made ({reason}).</source>
        <translation>Der Ordner kann nicht angelegt werden ({reason}).</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder is not a folder.</source>
        <translation>Der Ordner ist kein Ordner.</translation>
    </message>
    <message>
        <source>The folder may not be written to.</source>
        <translation>In den Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The graphics device ({device}) was tried and cannot be trusted: {problem}. The processor is used instead.</source>
        <translation>Das Grafikgerät ({device}) wurde erprobt und ist nicht verlässlich: {problem}. Stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The graphics device had too little free memory; this was painted on the processor instead.</source>
        <translation>Die Grafikkarte hatte zu wenig freien Speicher; dies wurde stattdessen auf dem Prozessor gemalt.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and restoring needs about {needed} MB. The processor is used instead.</source>
        <translation>Das Grafikgerät hat {free} MB freien Speicher, und das Restaurieren braucht etwa {needed} MB. Stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>The graphics device has {free} MB of free memory, and this needs about {needed} MB; it was painted on the processor instead.</source>
        <translation>Das Grafikgerät hat {free} MB freien Speicher, und dies braucht etwa {needed} MB; es wurde stattdessen auf dem Prozessor gemalt.</translation>
    </message>
    <message>
        <source>The graphics device was tried: it paints what the processor paints.</source>
        <translation>Das Grafikgerät wurde erprobt: Es malt, was der Prozessor malt.</translation>
    </message>
    <message>
        <source>The infrared channel shows the picture itself, as it does of black-and-white (silver) film and of Kodachrome. It cannot tell dirt from picture there, and was not used.</source>
        <translation>Der Infrarotkanal zeigt das Bild selbst, wie bei Schwarzweißfilm (Silber) und Kodachrome. Dort kann er Schmutz nicht vom Bild unterscheiden und wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>The infrared of the scan cannot be copied beside it ({reason}).</source>
        <translation>Das Infrarot des Scans kann nicht daneben kopiert werden ({reason}).</translation>
    </message>
    <message>
        <source>The infrared of this scan is in a file of its own, and was copied to {name}.</source>
        <translation>Das Infrarot dieses Scans liegt in einer eigenen Datei und wurde nach {name} kopiert.</translation>
    </message>
    <message>
        <source>The infrared of this scan was read from {name}.</source>
        <translation>Das Infrarot dieses Scans wurde aus {name} gelesen.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: the result does not lie as the scan does.</source>
        <translation>Das Infrarot dieses Scans, {name}, wurde nicht kopiert: Das Ergebnis liegt nicht wie der Scan.</translation>
    </message>
    <message>
        <source>The infrared of this scan, {name}, was not copied: {taken} is there already.</source>
        <translation>Das Infrarot dieses Scans, {name}, wurde nicht kopiert: {taken} ist schon da.</translation>
    </message>
    <message>
        <source>The journal has no beginning.</source>
        <translation>Das Journal hat keinen Anfang.</translation>
    </message>
    <message>
        <source>The layout belongs to another photo.</source>
        <translation>Das Layout gehört zu einem anderen Foto.</translation>
    </message>
    <message>
        <source>The layout cannot be used</source>
        <translation>Das Layout kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The layout does not say where its face is; it was used for the largest.</source>
        <translation>Das Layout sagt nicht, wo sein Gesicht ist; es wurde für das größte verwendet.</translation>
    </message>
    <message>
        <source>The layout was made for another place in the photo than the face that was given.</source>
        <translation>Das Layout wurde für eine andere Stelle im Foto gemacht als das angegebene Gesicht.</translation>
    </message>
    <message>
        <source>The ledger of the batch cannot be written here ({reason}).</source>
        <translation>Das Verzeichnis der Stapelarbeit kann hier nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <source>The list of exported networks in {folder} cannot be read.</source>
        <translation>Das Verzeichnis der exportierten Netze in {folder} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The mask cannot be used</source>
        <translation>Die Maske kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The mask has 16 bits, but no value above 255; 255 was taken for white.</source>
        <translation>Die Maske hat 16 Bit, aber keinen Wert über 255; 255 wurde als Weiß genommen.</translation>
    </message>
    <message>
        <source>The mask has no white: its lightest value is {largest}, and {threshold} to {full} is restored.</source>
        <translation>Die Maske hat kein Weiß: Ihr hellster Wert ist {largest}, restauriert wird {threshold} bis {full}.</translation>
    </message>
    <message>
        <source>The mask has places that were filled by hand. Their pixels are in the project alone, so they were left as the photo has them.</source>
        <translation>Die Maske hat Stellen, die von Hand gefüllt wurden. Deren Pixel sind nur im Projekt, darum blieben sie, wie das Foto sie hat.</translation>
    </message>
    <message>
        <source>The mask has the values 0 and 1 only; 1 was taken for white.</source>
        <translation>Die Maske hat nur die Werte 0 und 1; 1 wurde als Weiß genommen.</translation>
    </message>
    <message>
        <source>The mask has {mask} pixels, the photo {photo}.</source>
        <translation>Die Maske hat {mask} Pixel, das Foto {photo}.</translation>
    </message>
    <message>
        <source>The mask is black on a transparent ground; what is black was taken to be restored.</source>
        <translation>Die Maske ist schwarz auf durchsichtigem Grund; das Schwarze wurde als das genommen, was restauriert wird.</translation>
    </message>
    <message>
        <source>The mask is black where it is not transparent, and which of the two is to be restored cannot be told.</source>
        <translation>Die Maske ist schwarz, wo sie nicht durchsichtig ist; welches von beiden restauriert werden soll, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The mask is empty (all black), so nothing was restored; white is what to restore.</source>
        <translation>Die Maske ist leer (ganz schwarz), deshalb wurde nichts restauriert; Weiß ist, was restauriert wird.</translation>
    </message>
    <message>
        <source>The mask is transparent all over.</source>
        <translation>Die Maske ist ganz durchsichtig.</translation>
    </message>
    <message>
        <source>The mask names damage classes, but has greys that belong to none of them, as after work in another program: it was read as a plain mask, of which all that is light is restored.</source>
        <translation>Die Maske nennt Schadensklassen, hat aber Grautöne, die zu keiner gehören, wie nach einer Bearbeitung in einem anderen Programm: Sie wurde als einfache Maske gelesen, in der alles Helle restauriert wird.</translation>
    </message>
    <message>
        <source>The mask touches no face, so nothing is borrowed from references.</source>
        <translation>Die Maske berührt kein Gesicht, also wird nichts aus Referenzen übernommen.</translation>
    </message>
    <message>
        <source>The name is not allowed.</source>
        <translation>Der Name ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The network for damage is not installed, or its file is damaged: damage was looked for by filters alone, which take more for damage that is none.</source>
        <translation>Das Netz für Schäden ist nicht installiert, oder seine Datei ist beschädigt: Schäden wurden nur mit Filtern gesucht, die mehr für Schäden halten, was keine sind.</translation>
    </message>
    <message>
        <source>The network {network} is run by PyTorch only, which is not installed.</source>
        <translation>Das Netz {network} führt nur PyTorch aus, und das ist nicht installiert.</translation>
    </message>
    <message>
        <source>The networks did not get the memory they need.</source>
        <translation>Die Netze haben den nötigen Speicher nicht bekommen.</translation>
    </message>
    <message>
        <source>The networks may be used for non-commercial research only, as the terms of what they learnt from ask: {sources}.</source>
        <translation>Die Netze dürfen nur für nichtkommerzielle Forschung verwendet werden, wie es die Bedingungen dessen verlangen, woraus sie gelernt haben: {sources}.</translation>
    </message>
    <message>
        <source>The networks that find faces cannot be loaded: eyes and mouths were not left out.</source>
        <translation>Die Netze, die Gesichter finden, können nicht geladen werden: Augen und Münder wurden nicht ausgenommen.</translation>
    </message>
    <message>
        <source>The pack for the graphics card is not installed</source>
        <translation>Das Paket für die Grafikkarte ist nicht installiert</translation>
    </message>
    <message>
        <source>The package {file} in it is for another computer or Python.</source>
        <translation>Das Paket {file} darin ist für einen anderen Computer oder ein anderes Python.</translation>
    </message>
    <message>
        <source>The photo cannot be opened</source>
        <translation>Das Foto kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The photo has 16 bits per channel, {name} holds 8.</source>
        <translation>Das Foto hat 16 Bit pro Kanal, {name} fasst 8.</translation>
    </message>
    <message>
        <source>The photo has transparency, over which a patch cannot lie exactly.</source>
        <translation>Das Foto hat Transparenz, über der ein Flicken nicht genau liegen kann.</translation>
    </message>
    <message>
        <source>The photo has transparency, which JPEG cannot hold.</source>
        <translation>Das Foto hat Transparenz, die JPEG nicht fassen kann.</translation>
    </message>
    <message>
        <source>The photo has {count} projects. The newest is used, {project}, which the window opens, too.</source>
        <translation>Das Foto hat {count} Projekte. Das neueste wird verwendet, {project}, das auch das Fenster öffnet.</translation>
    </message>
    <message>
        <source>The photo is in no file.</source>
        <translation>Das Foto liegt in keiner Datei.</translation>
    </message>
    <message>
        <source>The photo is no longer where it was.</source>
        <translation>Das Foto ist nicht mehr, wo es war.</translation>
    </message>
    <message>
        <source>The photo lies on its side; the face was found as it lies.</source>
        <translation>Das Foto liegt auf der Seite; das Gesicht wurde gefunden, wie es liegt.</translation>
    </message>
    <message>
        <source>The photo lies upside down; the face was found as it lies.</source>
        <translation>Das Foto steht auf dem Kopf; das Gesicht wurde gefunden, wie es liegt.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet has faults that some programs do not forgive; it was kept, and what was done to the photo stands in the record too.</source>
        <translation>Das XMP-Paket des Fotos hat Fehler, die manche Programme nicht verzeihen; es wurde behalten, und was mit dem Foto getan wurde, steht auch im Bericht.</translation>
    </message>
    <message>
        <source>The photo&apos;s XMP packet is damaged or too large and was kept as it is; what was done to the photo stands in the record only.</source>
        <translation>Das XMP-Paket des Fotos ist beschädigt oder zu groß und blieb, wie es ist; was mit dem Foto getan wurde, steht nur im Bericht.</translation>
    </message>
    <message>
        <source>The picture has colours, and a mask has none.</source>
        <translation>Das Bild hat Farben, eine Maske hat keine.</translation>
    </message>
    <message>
        <source>The picture has few colours and transparency.</source>
        <translation>Das Bild hat wenige Farben und Transparenz.</translation>
    </message>
    <message>
        <source>The picture has floating-point, signed or 32-bit samples.</source>
        <translation>Das Bild hat Gleitkomma-, vorzeichenbehaftete oder 32-Bit-Werte.</translation>
    </message>
    <message>
        <source>The picture has too many channels for its size.</source>
        <translation>Das Bild hat für seine Größe zu viele Kanäle.</translation>
    </message>
    <message>
        <source>The picture has {bits} bits per channel.</source>
        <translation>Das Bild hat {bits} Bit pro Kanal.</translation>
    </message>
    <message>
        <source>The picture has {count} channels.</source>
        <translation>Das Bild hat {count} Kanäle.</translation>
    </message>
    <message>
        <source>The picture is a stack of many, as microscopes make them.</source>
        <translation>Das Bild ist ein Stapel von vielen, wie Mikroskope sie machen.</translation>
    </message>
    <message>
        <source>The picture is compressed in a rare way.</source>
        <translation>Das Bild ist auf seltene Weise komprimiert.</translation>
    </message>
    <message>
        <source>The picture is made for printing (CMYK).</source>
        <translation>Das Bild ist für den Druck gemacht (CMYK).</translation>
    </message>
    <message>
        <source>The picture is stored in too many parts ({count}).</source>
        <translation>Das Bild ist in zu vielen Teilen gespeichert ({count}).</translation>
    </message>
    <message>
        <source>The picture is too large: {width} x {height} pixels, {limit} million are allowed.</source>
        <translation>Das Bild ist zu groß: {width} x {height} Pixel, erlaubt sind {limit} Millionen.</translation>
    </message>
    <message>
        <source>The picture is too long: {width} x {height} pixels, {limit} a side are allowed.</source>
        <translation>Das Bild ist zu lang: {width} x {height} Pixel, erlaubt sind {limit} pro Seite.</translation>
    </message>
    <message>
        <source>The picture of origins is saved as PNG.</source>
        <translation>Das Bild der Herkunft wird als PNG gespeichert.</translation>
    </message>
    <message>
        <source>The picture&apos;s channels have different depths.</source>
        <translation>Die Kanäle des Bildes haben verschiedene Tiefen.</translation>
    </message>
    <message>
        <source>The picture&apos;s colours are of a kind we cannot read ({name}).</source>
        <translation>Die Farben des Bildes sind von einer Art, die nicht gelesen werden kann ({name}).</translation>
    </message>
    <message>
        <source>The picture&apos;s samples are neither 8 nor 16 bits.</source>
        <translation>Die Werte des Bildes haben weder 8 noch 16 Bit.</translation>
    </message>
    <message>
        <source>The points lie outside the photo, which has {width} x {height} pixels.</source>
        <translation>Die Punkte liegen außerhalb des Fotos, das {width} x {height} Pixel hat.</translation>
    </message>
    <message>
        <source>The points lie outside the photo.</source>
        <translation>Die Punkte liegen außerhalb des Fotos.</translation>
    </message>
    <message>
        <source>The points on the left and on the right were given in exchanged order, and were put in order: eye on the left, eye on the right, nose tip, left and right corner of the mouth as seen in the photo.</source>
        <translation>Die Punkte links und rechts waren vertauscht angegeben und wurden geordnet: Auge links, Auge rechts, Nasenspitze, linker und rechter Mundwinkel, wie auf dem Foto zu sehen.</translation>
    </message>
    <message>
        <source>The process of the networks ended before it said anything.</source>
        <translation>Der Prozess der Netze endete, bevor er etwas sagte.</translation>
    </message>
    <message>
        <source>The process that looked for damage ended while it was at this photo.</source>
        <translation>Der Prozess, der Schäden suchte, endete bei diesem Foto.</translation>
    </message>
    <message>
        <source>The process that restores ended {count} times while it was at this photo ({reason}), so it was set aside. Restore it by itself, or try again what failed.</source>
        <translation>Der Prozess, der restauriert, endete {count}-mal bei diesem Foto ({reason}), darum wurde es beiseitegelegt. Restaurieren Sie es einzeln, oder versuchen Sie Fehlgeschlagenes noch einmal.</translation>
    </message>
    <message>
        <source>The process that runs the networks ended unexpectedly. The mask and the layout are untouched.</source>
        <translation>Der Prozess, der die Netze ausführt, ist unerwartet zu Ende gegangen. Maske und Layout sind unberührt.</translation>
    </message>
    <message>
        <source>The program does not know the package {file} in it.</source>
        <translation>Das Programm kennt das Paket {file} darin nicht.</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>Das Projekt kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The project ends too early, or something was added to it.</source>
        <translation>Das Projekt endet zu früh, oder etwas wurde angehängt.</translation>
    </message>
    <message>
        <source>The project is too large for this program.</source>
        <translation>Das Projekt ist zu groß für dieses Programm.</translation>
    </message>
    <message>
        <source>The project takes more than 2 GB.</source>
        <translation>Das Projekt braucht mehr als 2 GB.</translation>
    </message>
    <message>
        <source>The project was saved by a newer facerestore.</source>
        <translation>Das Projekt wurde von einem neueren facerestore gespeichert.</translation>
    </message>
    <message>
        <source>The record of the result goes here, but this file belongs to something else.</source>
        <translation>Hierhin gehört der Bericht des Ergebnisses, aber diese Datei gehört zu etwas anderem.</translation>
    </message>
    <message>
        <source>The references belong to the largest of the faces that are restored.</source>
        <translation>Die Referenzen gehören zum größten der Gesichter, die restauriert werden.</translation>
    </message>
    <message>
        <source>The restoration failed</source>
        <translation>Die Restaurierung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The restorer {name} borrows from no other photograph.</source>
        <translation>Die Art zu restaurieren {name} übernimmt nichts aus anderen Fotos.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no face.</source>
        <translation>Die Art zu restaurieren {name} beachtet kein Gesicht.</translation>
    </message>
    <message>
        <source>The restorer {name} looks at no layout.</source>
        <translation>Die Art zu restaurieren {name} beachtet kein Layout.</translation>
    </message>
    <message>
        <source>The restorer {name} needs networks that the weights for paid work do not have: faces with drawn layouts are there for research only.</source>
        <translation>Die Art der Restaurierung {name} braucht Netze, die es unter den Gewichten für bezahlte Arbeit nicht gibt: Gesichter mit gezeichneten Layouts gibt es nur für die Forschung.</translation>
    </message>
    <message>
        <source>The result of {photo} is not the one that was restored.</source>
        <translation>Das Ergebnis von {photo} ist nicht das, was restauriert wurde.</translation>
    </message>
    <message>
        <source>The result of {photo} would be called {name}, as a photo of the batch is.</source>
        <translation>Das Ergebnis von {photo} hieße {name}, wie eines der Fotos.</translation>
    </message>
    <message>
        <source>The result was straightened by {degrees} degrees: every pixel of it was resampled, once.</source>
        <translation>Das Ergebnis wurde um {degrees} Grad gerade gerichtet: Jeder Pixel wurde einmal neu berechnet.</translation>
    </message>
    <message>
        <source>The results need about {needed} GB, and the disk has {free} GB free.</source>
        <translation>Die Ergebnisse brauchen etwa {needed} GB, und der Datenträger hat {free} GB frei.</translation>
    </message>
    <message>
        <source>The same person, not taken because at most {most} references are used and these are less alike in pose or less sharp: {files}.</source>
        <translation>Dieselbe Person, aber nicht genommen, weil höchstens {most} Referenzen verwendet werden und diese in der Haltung weniger ähnlich oder weniger scharf sind: {files}.</translation>
    </message>
    <message>
        <source>The terms of the networks: {terms}.</source>
        <translation>Die Bedingungen der Netze: {terms}.</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for it.</source>
        <translation>Unter den Gewichten für bezahlte Arbeit gibt es dafür kein Netz.</translation>
    </message>
    <message>
        <source>The weights for paid work have no network for this ({task}): what it would learn from is there for research only.</source>
        <translation>Unter den Gewichten für bezahlte Arbeit gibt es dafür kein Netz ({task}): Woraus es lernen würde, gibt es nur für die Forschung.</translation>
    </message>
    <message>
        <source>There are no exported networks in {folder}.</source>
        <translation>In {folder} gibt es keine exportierten Netze.</translation>
    </message>
    <message>
        <source>There are {count} references; a face borrows from at most {most}.</source>
        <translation>Es sind {count} Referenzen; ein Gesicht übernimmt aus höchstens {most}.</translation>
    </message>
    <message>
        <source>There is no field {field}.</source>
        <translation>Es gibt kein Feld {field}.</translation>
    </message>
    <message>
        <source>There is no folder for it.</source>
        <translation>Es gibt keinen Ordner dafür.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>There is no mask {file}.</source>
        <translation>Es gibt keine Maske {file}.</translation>
    </message>
    <message>
        <source>There is no photo in {folder}.</source>
        <translation>In {folder} ist kein Foto.</translation>
    </message>
    <message>
        <source>There is no result of {photo} to be reviewed.</source>
        <translation>Von {photo} gibt es kein Ergebnis zu begutachten.</translation>
    </message>
    <message>
        <source>This way to restore needs the network {network}, which is not installed in {folder}.</source>
        <translation>Diese Art der Restaurierung braucht das Netz {network}, das in {folder} nicht installiert ist.</translation>
    </message>
    <message>
        <source>WebP needs about {needed} MB of memory for a photo of this size, and {free} MB are free.</source>
        <translation>WebP braucht für ein Foto dieser Größe etwa {needed} MB Speicher, und {free} MB sind frei.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>What the infrared channel shows was not recognised in the picture, so that the two could not be laid over one another. Its places may be some pixels off.</source>
        <translation>Was der Infrarotkanal zeigt, wurde im Bild nicht wiedererkannt, sodass beide nicht zur Deckung gebracht werden konnten. Seine Stellen können um einige Pixel daneben liegen.</translation>
    </message>
    <message>
        <source>What the project of {file} masks in it is not borrowed.</source>
        <translation>Was das Projekt von {file} darin maskiert, wird nicht geliehen.</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Ganzes Foto (IN2)</translation>
    </message>
    <message>
        <source>Write one of these three words.</source>
        <translation>Schreiben Sie eines dieser drei Wörter.</translation>
    </message>
    <message>
        <source>a candidate belongs to no face</source>
        <translation>eine Variante gehört zu keinem Gesicht</translation>
    </message>
    <message>
        <source>a face borrows from others than it names</source>
        <translation>ein Gesicht borgt von anderen, als es nennt</translation>
    </message>
    <message>
        <source>a face has another size than it says</source>
        <translation>ein Gesicht hat eine andere Größe als angegeben</translation>
    </message>
    <message>
        <source>a face has values that are no colours</source>
        <translation>ein Gesicht hat Werte, die keine Farben sind</translation>
    </message>
    <message>
        <source>a face hides more than all of it</source>
        <translation>ein Gesicht verdeckt mehr als alles von sich</translation>
    </message>
    <message>
        <source>a font has them</source>
        <translation>eine Schrift hat sie</translation>
    </message>
    <message>
        <source>a place of it has no pixels</source>
        <translation>eine Stelle darin hat keine Pixel</translation>
    </message>
    <message>
        <source>a place of it lies outside its scan</source>
        <translation>eine Stelle darin liegt außerhalb ihres Scans</translation>
    </message>
    <message>
        <source>a reference has another size than faces have</source>
        <translation>eine Referenz hat eine andere Größe als Gesichter</translation>
    </message>
    <message>
        <source>a reference lends a part that no face has</source>
        <translation>eine Referenz leiht einen Teil, den kein Gesicht hat</translation>
    </message>
    <message>
        <source>an earlier result has no picture</source>
        <translation>ein früheres Ergebnis hat kein Bild</translation>
    </message>
    <message>
        <source>an earlier result is of no face</source>
        <translation>ein früheres Ergebnis gehört zu keinem Gesicht</translation>
    </message>
    <message>
        <source>an earlier result makes no sense</source>
        <translation>ein früheres Ergebnis ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>available</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>can be read and written</source>
        <translation>kann gelesen und geschrieben werden</translation>
    </message>
    <message>
        <source>cpu ({library}, 1 thread)</source>
        <translation>Prozessor ({library}, 1 Thread)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads)</source>
        <translation>Prozessor ({library}, {count} Threads)</translation>
    </message>
    <message>
        <source>cpu ({library}, {count} threads; {also} by PyTorch)</source>
        <translation>Prozessor ({library}, {count} Threads; {also} durch PyTorch)</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>examination failed</source>
        <translation>Prüfung misslungen</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>Endwert {code}</translation>
    </message>
    <message>
        <source>folder of crash reports</source>
        <translation>Ordner der Absturzberichte</translation>
    </message>
    <message>
        <source>folder of networks</source>
        <translation>Ordner der Netze</translation>
    </message>
    <message>
        <source>folder of projects</source>
        <translation>Ordner der Projekte</translation>
    </message>
    <message>
        <source>folder of settings</source>
        <translation>Ordner der Einstellungen</translation>
    </message>
    <message>
        <source>folder of the log</source>
        <translation>Ordner des Protokolls</translation>
    </message>
    <message>
        <source>folder of unsaved work</source>
        <translation>Ordner der ungesicherten Arbeit</translation>
    </message>
    <message>
        <source>installed in</source>
        <translation>installiert in</translation>
    </message>
    <message>
        <source>is read as another picture</source>
        <translation>wird als ein anderes Bild gelesen</translation>
    </message>
    <message>
        <source>it has no list of contents</source>
        <translation>sie hat kein Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>it keeps too many results</source>
        <translation>sie enthält zu viele Ergebnisse</translation>
    </message>
    <message>
        <source>it lacks a part</source>
        <translation>ihr fehlt ein Teil</translation>
    </message>
    <message>
        <source>it lacks pixels that were painted by hand</source>
        <translation>ihm fehlen Pixel, die von Hand gemalt wurden</translation>
    </message>
    <message>
        <source>it names a kind of damage that there is not</source>
        <translation>sie nennt eine Art von Schaden, die es nicht gibt</translation>
    </message>
    <message>
        <source>it names a reference that it does not hold</source>
        <translation>sie nennt eine Referenz, die sie nicht enthält</translation>
    </message>
    <message>
        <source>it speaks of a scan that is too large</source>
        <translation>sie spricht von einem zu großen Scan</translation>
    </message>
    <message>
        <source>it turns another photo</source>
        <translation>sie dreht ein anderes Foto</translation>
    </message>
    <message>
        <source>it was painted by hand outside the photo</source>
        <translation>außerhalb des Fotos wurde von Hand gemalt</translation>
    </message>
    <message>
        <source>its candidates are of another kind</source>
        <translation>ihre Varianten sind von anderer Art</translation>
    </message>
    <message>
        <source>its candidates have no name</source>
        <translation>ihre Varianten haben keinen Namen</translation>
    </message>
    <message>
        <source>its candidates lie outside the photo</source>
        <translation>ihre Varianten liegen außerhalb des Fotos</translation>
    </message>
    <message>
        <source>its crop has no whole pixels</source>
        <translation>ihr Zuschnitt hat keine ganzen Pixel</translation>
    </message>
    <message>
        <source>its crop reaches beyond the photo</source>
        <translation>ihr Zuschnitt reicht über das Foto hinaus</translation>
    </message>
    <message>
        <source>its photo cannot lie so</source>
        <translation>ihr Foto kann nicht so liegen</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>Netze laufen auf</translation>
    </message>
    <message>
        <source>no font has them</source>
        <translation>keine Schrift hat sie</translation>
    </message>
    <message>
        <source>no network is installed for this task</source>
        <translation>für diese Aufgabe ist kein Netz installiert</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not part of this set: faces are not painted by networks</source>
        <translation>nicht in diesem Satz: Gesichter werden nicht von Netzen gemalt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>des Systems</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>restored as {photo}, its result is renamed</source>
        <translation>als {photo} restauriert, das Ergebnis wird umbenannt</translation>
    </message>
    <message>
        <source>room in this folder</source>
        <translation>Platz in diesem Ordner</translation>
    </message>
    <message>
        <source>set of weights</source>
        <translation>Satz von Gewichten</translation>
    </message>
    <message>
        <source>the detail of a result has an unknown strength</source>
        <translation>die Feinzeichnung eines Ergebnisses hat eine unbekannte Stärke</translation>
    </message>
    <message>
        <source>the process that looked at this ended with {code}</source>
        <translation>der Prozess, der dies ansah, endete mit {code}</translation>
    </message>
    <message>
        <source>the process that looked at this gave no answer within {seconds:.0f} s</source>
        <translation>der Prozess, der dies ansah, antwortete nicht innerhalb von {seconds:.0f} s</translation>
    </message>
    <message>
        <source>the window has its words</source>
        <translation>das Fenster hat ihre Wörter</translation>
    </message>
    <message>
        <source>the words of the window are missing</source>
        <translation>die Wörter des Fensters fehlen</translation>
    </message>
    <message>
        <source>what was painted by hand is of another photo</source>
        <translation>was von Hand gemalt wurde, ist von einem anderen Foto</translation>
    </message>
    <message>
        <source>what was painted by hand is of no photo</source>
        <translation>was von Hand gemalt wurde, gehört zu keinem Foto</translation>
    </message>
    <message>
        <source>what was painted by hand makes no sense</source>
        <translation>was von Hand gemalt wurde, ergibt keinen Sinn</translation>
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
        <translation>{device} ({library}; {also} durch PyTorch)</translation>
    </message>
    <message>
        <source>{device}. {reason}</source>
        <translation>{device}. {reason}</translation>
    </message>
    <message>
        <source>{file} is called like a mask, and waits for its photo.</source>
        <translation>{file} heißt wie eine Maske und wartet auf ihr Foto.</translation>
    </message>
    <message>
        <source>{file} may show another person: its face is {distance} away from the damaged one, and photographs of one person mostly lie within {threshold}. It was used, because you named it.</source>
        <translation>{file} zeigt vielleicht eine andere Person: Ihr Gesicht ist vom beschädigten {distance} entfernt, und Fotos einer Person liegen meist innerhalb von {threshold}. Es wurde verwendet, weil Sie es angegeben haben.</translation>
    </message>
    <message>
        <source>{folder} is back.</source>
        <translation>{folder} ist wieder da.</translation>
    </message>
    <message>
        <source>{folder} is out of reach. It goes on when it is back.</source>
        <translation>{folder} ist nicht erreichbar. Es geht weiter, wenn der Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>{free} of {total} MB free</source>
        <translation>{free} von {total} MB frei</translation>
    </message>
    <message>
        <source>{name} has {width} x {height} pixels and the scan has not: it was not used as its infrared.</source>
        <translation>{name} hat {width} x {height} Pixel und der Scan nicht: Es wurde nicht als sein Infrarot benutzt.</translation>
    </message>
    <message>
        <source>{name} is no name for a file on Windows.</source>
        <translation>{name} ist unter Windows kein Name für eine Datei.</translation>
    </message>
    <message>
        <source>{name} needs about {needed} MB of memory to be restored, and {free} MB are free.</source>
        <translation>{name} braucht etwa {needed} MB Speicher, um restauriert zu werden; frei sind {free} MB.</translation>
    </message>
    <message>
        <source>{name} ought to be the infrared of this scan, and was not used. {reason}</source>
        <translation>{name} sollte das Infrarot dieses Scans sein und wurde nicht benutzt. {reason}</translation>
    </message>
    <message>
        <source>{name}, for paid work too</source>
        <translation>{name}, auch für bezahlte Arbeit</translation>
    </message>
    <message>
        <source>{place} cannot be written to</source>
        <translation>in {place} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>{place}, {free} MB free</source>
        <translation>{place}, {free} MB frei</translation>
    </message>
    <message>
        <source>{problem} PyTorch runs the networks.</source>
        <translation>{problem} PyTorch führt die Netze aus.</translation>
    </message>
    <message>
        <source>{sentence} It was left out. {advice}</source>
        <translation>{sentence} Er wurde ausgelassen. {advice}</translation>
    </message>
    <message>
        <source>{sentence} {advice}</source>
        <translation>{sentence} {advice}</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}), so the album was not searched. Name photographs of the person with --reference.</source>
        <translation>{share} des Gesichts sind verdeckt, zu viel, um zu erkennen, wer es ist (höchstens {most}), also wurde das Album nicht durchsucht. Fotos der Person mit --reference angeben.</translation>
    </message>
    <message>
        <source>{share} of what was to be restored lies in no face that was found; it was filled from its surroundings, without a network.</source>
        <translation>{share} des zu Restaurierenden liegen in keinem gefundenen Gesicht; dort wurde aus der Umgebung gefüllt, ohne Netz.</translation>
    </message>
    <message>
        <source>{strangers} may show another person: the restored face is {farthest} away (limit {unlike}), and {distance} from the photograph that is most like it.</source>
        <translation>{strangers} zeigt vielleicht eine andere Person: Das restaurierte Gesicht ist davon {farthest} entfernt (Grenze {unlike}) und vom ähnlichsten Foto {distance}.</translation>
    </message>
    <message>
        <source>The file cannot be saved</source>
        <translation>Die Datei kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>A network that has learnt what faces are paints a whole one, and two others fit it into the photo.</source>
        <translation>Ein Netz, das gelernt hat, was Gesichter sind, malt ein ganzes, und zwei andere fügen es in das Foto ein.</translation>
    </message>
    <message>
        <source>Another run is restoring into {folder} at this moment.</source>
        <translation>Ein anderer Lauf restauriert gerade nach {folder}.</translation>
    </message>
    <message>
        <source>Choose another output folder, or allow this program to write there.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse, oder erlauben Sie dem Programm, dort zu schreiben.</translation>
    </message>
    <message>
        <source>Choose another way to restore, or train this network yourself (facerestore train {network}).</source>
        <translation>Eine andere Art der Restaurierung wählen oder dieses Netz selbst trainieren (facerestore train {network}).</translation>
    </message>
    <message>
        <source>Choose one that can be used ({ways}). For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Wählen Sie eine, die geht ({ways}). Für Forschung und privaten Gebrauch wählen Sie in den Einstellungen alle Netze und lassen FACERESTORE_WEIGHTS weg.</translation>
    </message>
    <message>
        <source>Damage lies in a face, which this way paints.</source>
        <translation>Der Schaden liegt in einem Gesicht, und diese Art malt Gesichter.</translation>
    </message>
    <message>
        <source>For research and private use, choose all networks in the preferences, and leave FACERESTORE_WEIGHTS out.</source>
        <translation>Für Forschung und privaten Gebrauch wählen Sie in den Einstellungen alle Netze und lassen FACERESTORE_WEIGHTS weg.</translation>
    </message>
    <message>
        <source>Much of the damage lies beyond the face, or much of the face&apos;s frame beyond the photo.</source>
        <translation>Ein großer Teil des Schadens liegt außerhalb des Gesichts, oder ein großer Teil des Gesichtsrahmens außerhalb des Fotos.</translation>
    </message>
    <message>
        <source>Only this way reads the layout, the references or the chosen candidates that this photo has.</source>
        <translation>Nur diese Art liest das Layout, die Referenzen oder die gewählten Varianten, die dieses Foto hat.</translation>
    </message>
    <message>
        <source>Photo, mask or settings changed, but so did the result, in another program, and is not overwritten. Rename it, or have all earlier results overwritten.</source>
        <translation>Foto, Maske oder Einstellungen haben sich geändert, aber das Ergebnis auch, in einem anderen Programm, und es wird nicht überschrieben. Benennen Sie es um, oder lassen Sie alle früheren Ergebnisse überschreiben.</translation>
    </message>
    <message>
        <source>PyTorch is installed, which brings its own libraries for the graphics card.</source>
        <translation>PyTorch ist installiert; es bringt eigene Bibliotheken für die Grafikkarte mit.</translation>
    </message>
    <message>
        <source>PyTorch was asked for, and no graphics device is there.</source>
        <translation>PyTorch war verlangt, und ein Grafikgerät ist nicht da.</translation>
    </message>
    <message>
        <source>The result does not hold this of the photo&apos;s file: {what}.</source>
        <translation>Dies aus der Datei des Fotos ist nicht im Ergebnis: {what}.</translation>
    </message>
    <message>
        <source>The result was written, and is not there any more.</source>
        <translation>Das Ergebnis wurde geschrieben und ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The system refuses to write it ({reason}).</source>
        <translation>Das System verweigert das Schreiben ({reason}).</translation>
    </message>
    <message>
        <source>The weights file {file} cannot be read.</source>
        <translation>Die Gewichtsdatei {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: {problem}.</source>
        <translation>Die Gewichtsdatei {file} ist beschädigt: {problem}.</translation>
    </message>
    <message>
        <source>The weights file {file} is not whole ({found}).</source>
        <translation>Die Gewichtsdatei {file} ist nicht vollständig ({found}).</translation>
    </message>
    <message>
        <source>The whole photo is to be restored, so there is nothing to continue it from.</source>
        <translation>Das ganze Foto soll restauriert werden; es bleibt nichts, woraus es fortgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>There are no weights for the task {task!r} in {folder}.</source>
        <translation>Es gibt keine Gewichte für die Aufgabe {task!r} in {folder}.</translation>
    </message>
    <message>
        <source>There are no weights of {name} in {folder}.</source>
        <translation>In {folder} gibt es keine Gewichte von {name}.</translation>
    </message>
    <message>
        <source>There are stray bytes between the parts of the file; they were passed over.</source>
        <translation>Zwischen den Teilen der Datei liegen fremde Bytes; sie wurden übergangen.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There is a folder of this name.</source>
        <translation>Einen Ordner dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There is no manifest of weights in {folder}.</source>
        <translation>In {folder} gibt es kein Verzeichnis der Gewichte.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Eine solche Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Es ist nicht genug Speicher da</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo. Close other programs.</source>
        <translation>Für dieses Foto ist nicht genug Speicher da. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>There is nothing in it to recover.</source>
        <translation>Darin ist nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is too little memory to put the result into this photo of {size} megapixels.</source>
        <translation>Es ist zu wenig Speicher da, um das Ergebnis in dieses Foto von {size} Megapixeln einzusetzen.</translation>
    </message>
    <message>
        <source>This cannot be meant</source>
        <translation>Das kann nicht gemeint sein</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Dies ist ein Ordner.</translation>
    </message>
    <message>
        <source>This is an original, which is never overwritten.</source>
        <translation>Dies ist ein Original; Originale werden nie überschrieben.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Dies ist keine Datei.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the log (Help menu).</source>
        <translation>Noch einmal versuchen. Falls es wieder geschieht, bitte mit dem Protokoll melden (Menü Hilfe).</translation>
    </message>
    <message>
        <source>Try again: a new process starts by itself.</source>
        <translation>Noch einmal versuchen: Ein neuer Prozess startet von selbst.</translation>
    </message>
    <message>
        <source>Update this program, and open it again.</source>
        <translation>Dieses Programm aktualisieren und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>Use another copy of it, or predict the layout again.</source>
        <translation>Eine andere Kopie verwenden oder das Layout neu vorhersagen.</translation>
    </message>
    <message>
        <source>Use another copy of it, or scan the picture again.</source>
        <translation>Eine andere Kopie verwenden oder das Bild neu scannen.</translation>
    </message>
    <message>
        <source>Use another copy of it.</source>
        <translation>Eine andere Kopie verwenden.</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another output folder.</source>
        <translation>Warten Sie, bis er fertig ist, oder wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>We cannot write files without a suffix.</source>
        <translation>Dateien ohne Endung können nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>We cannot write {suffix}.</source>
        <translation>{suffix} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>Das Kontingent auf dem Datenträger ist aufgebraucht.</translation>
    </message>
    <message>
        <source>a box has no size</source>
        <translation>ein Rahmen hat keine Größe</translation>
    </message>
    <message>
        <source>a box lacks a side</source>
        <translation>einem Rahmen fehlt eine Seite</translation>
    </message>
    <message>
        <source>a change has another length than its box</source>
        <translation>eine Änderung hat eine andere Länge als ihr Rahmen</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>eine Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>a choice of candidates makes no sense</source>
        <translation>eine Auswahl von Varianten ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>a class of damage is treated in an unknown way</source>
        <translation>eine Schadensklasse wird auf unbekannte Weise behandelt</translation>
    </message>
    <message>
        <source>a crop has no place</source>
        <translation>ein Ausschnitt hat keinen Ort</translation>
    </message>
    <message>
        <source>a further page</source>
        <translation>eine weitere Seite</translation>
    </message>
    <message>
        <source>a further picture (only the first is restored)</source>
        <translation>ein weiteres Bild (nur das erste wird restauriert)</translation>
    </message>
    <message>
        <source>a layout makes no sense</source>
        <translation>ein Layout ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>a mask is neither black nor white</source>
        <translation>eine Maske ist weder schwarz noch weiß</translation>
    </message>
    <message>
        <source>a page with an extra channel (infrared)</source>
        <translation>eine Seite mit einem weiteren Kanal (Infrarot)</translation>
    </message>
    <message>
        <source>a part claims to be larger than the whole</source>
        <translation>ein Teil will größer sein als das Ganze</translation>
    </message>
    <message>
        <source>a part is stored in a way that this program does not use</source>
        <translation>ein Teil ist auf eine Weise gespeichert, die dieses Programm nicht verwendet</translation>
    </message>
    <message>
        <source>a part of the picture is missing</source>
        <translation>ein Teil des Bildes fehlt</translation>
    </message>
    <message>
        <source>a record has another length than it says</source>
        <translation>ein Eintrag hat eine andere Länge als angegeben</translation>
    </message>
    <message>
        <source>a record lacks an array</source>
        <translation>einem Eintrag fehlt eine Tabelle</translation>
    </message>
    <message>
        <source>a resolution without a unit</source>
        <translation>eine Auflösung ohne Einheit</translation>
    </message>
    <message>
        <source>a result does not cover its mask</source>
        <translation>ein Ergebnis bedeckt seine Maske nicht</translation>
    </message>
    <message>
        <source>a result lies outside its photo</source>
        <translation>ein Ergebnis liegt außerhalb seines Fotos</translation>
    </message>
    <message>
        <source>a second channel of transparency</source>
        <translation>ein zweiter Transparenzkanal</translation>
    </message>
    <message>
        <source>a smaller copy of the picture (preview)</source>
        <translation>eine kleinere Kopie des Bildes (Vorschau)</translation>
    </message>
    <message>
        <source>an array cannot be unpacked</source>
        <translation>eine Tabelle kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>an array is too long</source>
        <translation>eine Tabelle ist zu lang</translation>
    </message>
    <message>
        <source>an extra channel (infrared or a spot colour)</source>
        <translation>ein weiterer Kanal (Infrarot oder eine Sonderfarbe)</translation>
    </message>
    <message>
        <source>chunks of PNG that we do not know</source>
        <translation>PNG-Blöcke, die wir nicht kennen</translation>
    </message>
    <message>
        <source>colours premultiplied with their transparency (alpha); they were divided by it</source>
        <translation>mit ihrer Transparenz (Alpha) multiplizierte Farben; sie wurden durch sie geteilt</translation>
    </message>
    <message>
        <source>content credentials (C2PA), which hold for the unchanged file only</source>
        <translation>Inhaltsnachweise (C2PA), die nur für die unveränderte Datei gelten</translation>
    </message>
    <message>
        <source>data after the end of the picture</source>
        <translation>Daten nach dem Ende des Bildes</translation>
    </message>
    <message>
        <source>data of a kind that we do not know</source>
        <translation>Daten unbekannter Art</translation>
    </message>
    <message>
        <source>it begins twice</source>
        <translation>es beginnt zweimal</translation>
    </message>
    <message>
        <source>it claims to have no pixels</source>
        <translation>es gibt an, keine Pixel zu haben</translation>
    </message>
    <message>
        <source>it edits a layout that is not there</source>
        <translation>es bearbeitet ein Layout, das nicht da ist</translation>
    </message>
    <message>
        <source>it edits outside the photo</source>
        <translation>es bearbeitet außerhalb des Fotos</translation>
    </message>
    <message>
        <source>it has a record of an unknown kind</source>
        <translation>es hat einen Eintrag unbekannter Art</translation>
    </message>
    <message>
        <source>it has far too many parts</source>
        <translation>sie hat viel zu viele Teile</translation>
    </message>
    <message>
        <source>it has no header or no picture</source>
        <translation>es hat keinen Kopf oder kein Bild</translation>
    </message>
    <message>
        <source>it has no header, or two</source>
        <translation>sie hat keinen Kopf oder zwei</translation>
    </message>
    <message>
        <source>it has no picture, or far too many parts</source>
        <translation>sie hat kein Bild oder viel zu viele Teile</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>es hat zu viele Teile</translation>
    </message>
    <message>
        <source>it holds other parts than it says</source>
        <translation>es enthält andere Teile als angegeben</translation>
    </message>
    <message>
        <source>it names a photo that cannot be</source>
        <translation>es nennt ein Foto, das es nicht geben kann</translation>
    </message>
    <message>
        <source>its classes of damage make no sense</source>
        <translation>seine Schadensklassen ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>its content cannot be decoded</source>
        <translation>der Inhalt kann nicht entschlüsselt werden</translation>
    </message>
    <message>
        <source>its header is wrong</source>
        <translation>ihr Kopf ist falsch</translation>
    </message>
    <message>
        <source>its list of contents is missing, as if it ended too early</source>
        <translation>das Inhaltsverzeichnis fehlt, als wäre es zu früh zu Ende</translation>
    </message>
    <message>
        <source>its list of contents is too long</source>
        <translation>das Inhaltsverzeichnis ist zu lang</translation>
    </message>
    <message>
        <source>its mask has values that mean nothing</source>
        <translation>die Maske hat Werte ohne Bedeutung</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>ihre Palette fehlt</translation>
    </message>
    <message>
        <source>its parts lie over one another</source>
        <translation>ihre Teile liegen übereinander</translation>
    </message>
    <message>
        <source>its points make no face</source>
        <translation>seine Punkte ergeben kein Gesicht</translation>
    </message>
    <message>
        <source>its tags lie over one another</source>
        <translation>ihre Tags liegen übereinander</translation>
    </message>
    <message>
        <source>some of the camera&apos;s tags</source>
        <translation>einige Tags der Kamera</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>that the colours are sRGB</source>
        <translation>dass die Farben sRGB sind</translation>
    </message>
    <message>
        <source>the EXIF block</source>
        <translation>der EXIF-Block</translation>
    </message>
    <message>
        <source>the IPTC block</source>
        <translation>der IPTC-Block</translation>
    </message>
    <message>
        <source>the XMP packet</source>
        <translation>das XMP-Paket</translation>
    </message>
    <message>
        <source>the background colour</source>
        <translation>die Hintergrundfarbe</translation>
    </message>
    <message>
        <source>the brightness it was made for (cLLI)</source>
        <translation>die Helligkeit, für die es gemacht ist (cLLI)</translation>
    </message>
    <message>
        <source>the colour profile</source>
        <translation>das Farbprofil</translation>
    </message>
    <message>
        <source>the colour space (cICP)</source>
        <translation>der Farbraum (cICP)</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>der Kommentar</translation>
    </message>
    <message>
        <source>the display it was made for (mDCV)</source>
        <translation>der Bildschirm, für den es gemacht ist (mDCV)</translation>
    </message>
    <message>
        <source>the extended part of the XMP packet</source>
        <translation>der erweiterte Teil des XMP-Pakets</translation>
    </message>
    <message>
        <source>the gamma of the colours (gAMA)</source>
        <translation>das Gamma der Farben (gAMA)</translation>
    </message>
    <message>
        <source>the layers of Photoshop</source>
        <translation>die Ebenen von Photoshop</translation>
    </message>
    <message>
        <source>the number of significant bits (sBIT)</source>
        <translation>die Zahl der bedeutsamen Bits (sBIT)</translation>
    </message>
    <message>
        <source>the picture data are broken</source>
        <translation>die Bilddaten sind defekt</translation>
    </message>
    <message>
        <source>the primaries of the colours (cHRM)</source>
        <translation>die Primärfarben (cHRM)</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>die Auflösung</translation>
    </message>
    <message>
        <source>the time of the last change</source>
        <translation>die Zeit der letzten Änderung</translation>
    </message>
    <message>
        <source>the transfer function of the colours</source>
        <translation>die Übertragungskurve der Farben</translation>
    </message>
    <message>
        <source>the transparency</source>
        <translation>die Transparenz</translation>
    </message>
    <message>
        <source>two parts have one name</source>
        <translation>zwei Teile haben einen Namen</translation>
    </message>
    <message>
        <source>what Photoshop keeps (paths, guides)</source>
        <translation>was Photoshop behält (Pfade, Hilfslinien)</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>{name} does not fit into memory.</source>
        <translation>{name} passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>{name} has another size than it says</source>
        <translation>{name} hat eine andere Größe als angegeben</translation>
    </message>
    <message>
        <source>{name} is always compressed.</source>
        <translation>{name} ist immer komprimiert.</translation>
    </message>
    <message>
        <source>{name} is not a PNG picture</source>
        <translation>{name} ist kein PNG-Bild</translation>
    </message>
</context>
<context>
    <name>FaceClasses</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Linkes Auge</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Rechtes Auge</translation>
    </message>
    <message>
        <source>Left brow</source>
        <translation>Linke Braue</translation>
    </message>
    <message>
        <source>Right brow</source>
        <translation>Rechte Braue</translation>
    </message>
    <message>
        <source>Left ear</source>
        <translation>Linkes Ohr</translation>
    </message>
    <message>
        <source>Right ear</source>
        <translation>Rechtes Ohr</translation>
    </message>
    <message>
        <source>Mouth (inside)</source>
        <translation>Mund (innen)</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Unterlippe</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Haar</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Hut</translation>
    </message>
    <message>
        <source>Earring</source>
        <translation>Ohrring</translation>
    </message>
    <message>
        <source>Necklace</source>
        <translation>Halskette</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Cloth</source>
        <translation>Kleidung</translation>
    </message>
</context>
<context>
    <name>FaceClassesInSentences</name>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>linkes Auge</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>rechtes Auge</translation>
    </message>
    <message>
        <source>left brow</source>
        <translation>linke Braue</translation>
    </message>
    <message>
        <source>right brow</source>
        <translation>rechte Braue</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>linkes Ohr</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>rechtes Ohr</translation>
    </message>
    <message>
        <source>mouth (inside)</source>
        <translation>Mund (innen)</translation>
    </message>
    <message>
        <source>upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>lower lip</source>
        <translation>Unterlippe</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>Haar</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>Hut</translation>
    </message>
    <message>
        <source>earring</source>
        <translation>Ohrring</translation>
    </message>
    <message>
        <source>necklace</source>
        <translation>Halskette</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>cloth</source>
        <translation>Kleidung</translation>
    </message>
</context>
<context>
    <name>FaceParts</name>
    <message>
        <source>Whole face</source>
        <translation>Ganzes Gesicht</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Eye on the left</source>
        <translation>Auge links</translation>
    </message>
    <message>
        <source>Eye on the right</source>
        <translation>Auge rechts</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Brauen</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Ohren</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Haar</translation>
    </message>
    <message>
        <source>Clothes and background</source>
        <translation>Kleidung und Hintergrund</translation>
    </message>
</context>
<context>
    <name>FacePoints</name>
    <message>
        <source>eye on the left</source>
        <translation>Auge links im Bild</translation>
    </message>
    <message>
        <source>eye on the right</source>
        <translation>Auge rechts im Bild</translation>
    </message>
    <message>
        <source>nose tip</source>
        <translation>Nasenspitze</translation>
    </message>
    <message>
        <source>mouth corner on the left</source>
        <translation>Mundwinkel links im Bild</translation>
    </message>
    <message>
        <source>mouth corner on the right</source>
        <translation>Mundwinkel rechts im Bild</translation>
    </message>
</context>
<context>
    <name>FacesSection</name>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>No face yet.</source>
        <translation>Noch kein Gesicht.</translation>
    </message>
    <message>
        <source>The face whose points and layout you edit; one without its tick is left as it is. They are restored in this order, at first row by row in a group, else the largest before the others; one that you place gets the next number. The numbers are those on the photo.</source>
        <translation>Das Gesicht, dessen Punkte und Layout Sie bearbeiten; ohne Häkchen bleibt es, wie es ist. In dieser Reihenfolge wird restauriert, anfangs in einer Gruppe Reihe für Reihe, sonst das größte zuerst; ein von Ihnen gesetztes bekommt die nächste Nummer. Die Nummern sind die auf dem Foto.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>{share} sicher</translation>
    </message>
    <message>
        <source>with layout</source>
        <translation>mit Layout</translation>
    </message>
    <message>
        <source>no layout yet</source>
        <translation>ohne Layout</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Face {number}   {source}, {state}</source>
        <translation>Gesicht {number}   {source}, {state}</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>What is masked is not restored in it: that takes Generate. What was filled by hand is.</source>
        <translation>Was maskiert ist, ist darin nicht restauriert: Dazu braucht es „Erzeugen“. Was von Hand gefüllt wurde, ist darin.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result was made. It is saved as it is in sight; Generate makes it anew.</source>
        <translation>Maske oder Layout haben sich seit diesem Ergebnis geändert. Gespeichert wird, was zu sehen ist; „Erzeugen“ macht es neu.</translation>
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
        <translation>Projekte (*.facerestore)</translation>
    </message>
    <message>
        <source>Photos and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Fotos und Projekte (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>Masks and projects (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</source>
        <translation>Masken und Projekte (*.png *.tif *.tiff *.jpg *.jpeg *.webp *.facerestore)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>OpenRaster (*.ora);;TIFF, a page for each layer (*.tif *.tiff)</source>
        <translation>OpenRaster (*.ora);;TIFF, eine Seite je Ebene (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Open a portrait</source>
        <translation>Porträt öffnen</translation>
    </message>
    <message>
        <source>Open a portrait or a project</source>
        <translation>Porträt oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>Ordner mit Fotos öffnen</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Wo ist {name}?</translation>
    </message>
    <message>
        <source>Import a mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Load a layout</source>
        <translation>Layout laden</translation>
    </message>
    <message>
        <source>Photographs of the same person</source>
        <translation>Fotografien derselben Person</translation>
    </message>
    <message>
        <source>Mask or project of the photograph</source>
        <translation>Maske oder Projekt der Fotografie</translation>
    </message>
    <message>
        <source>Look for the person in a folder</source>
        <translation>Die Person in einem Ordner suchen</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Export the mask</source>
        <translation>Maske exportieren</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Layout speichern</translation>
    </message>
    <message>
        <source>Save in layers</source>
        <translation>In Ebenen speichern</translation>
    </message>
    <message>
        <source>The photo is turned, straightened or cropped.</source>
        <translation>Das Foto ist gedreht, gerade gerichtet oder zugeschnitten.</translation>
    </message>
    <message>
        <source>Save the layers as the scan lies, or as you see it?</source>
        <translation>Die Ebenen speichern, wie der Scan liegt, oder wie Sie ihn sehen?</translation>
    </message>
    <message>
        <source>As the scan lies</source>
        <translation>Wie der Scan liegt</translation>
    </message>
    <message>
        <source>As viewed</source>
        <translation>Wie gezeigt</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungesicherte Arbeit</translation>
    </message>
    <message>
        <source>This would be lost:</source>
        <translation>Dies ginge verloren:</translation>
    </message>
    <message>
        <source>Save all of it as a project first?</source>
        <translation>Zuerst alles als Projekt speichern?</translation>
    </message>
    <message>
        <source>A folder is being restored</source>
        <translation>Ein Ordner wird restauriert</translation>
    </message>
    <message>
        <source>Photos that are not restored yet: {count}.</source>
        <translation>Noch nicht restaurierte Fotos: {count}.</translation>
    </message>
    <message>
        <source>Stop here? The same folder goes on from there another time.</source>
        <translation>Hier anhalten? Derselbe Ordner geht ein andermal von da an weiter.</translation>
    </message>
</context>
<context>
    <name>FileTasks</name>
    <message>
        <source>Find faces</source>
        <translation>Gesichter suchen</translation>
    </message>
    <message>
        <source>How the face lies</source>
        <translation>Wie das Gesicht liegt</translation>
    </message>
    <message>
        <source>Saved as it is in sight</source>
        <translation>Gespeichert, wie es zu sehen ist</translation>
    </message>
    <message>
        <source>{file} has all of the scan, as it lies. Save as viewed is a choice of the dialog that saves.</source>
        <translation>{file} enthält den ganzen Scan, wie er liegt. Speichern wie angezeigt lässt sich im Speicherdialog wählen.</translation>
    </message>
    <message>
        <source>Saved, as the scan lies</source>
        <translation>Gespeichert, wie der Scan liegt</translation>
    </message>
    <message>
        <source>Saved; this is to be known of the file</source>
        <translation>Gespeichert; das ist zur Datei zu wissen</translation>
    </message>
    <message>
        <source>Saved as JPEG</source>
        <translation>Als JPEG gespeichert</translation>
    </message>
    <message>
        <source>JPEG cannot keep the untouched pixels exactly; PNG and TIFF can.</source>
        <translation>JPEG kann die unberührten Pixel nicht genau bewahren; PNG und TIFF können es.</translation>
    </message>
    <message>
        <source>In which order are the classes numbered?</source>
        <translation>In welcher Reihenfolge sind die Klassen nummeriert?</translation>
    </message>
    <message>
        <source>{name} does not say it, and a wrong order looks plausible.</source>
        <translation>{name} sagt es nicht, und eine falsche Reihenfolge sieht plausibel aus.</translation>
    </message>
    <message>
        <source>{name} names damage classes, but has greys that belong to none of them, as after work in another program. It was read as a plain mask: all that is light is damage.</source>
        <translation>{name} nennt Schadensklassen, hat aber Grautöne, die zu keiner gehören, wie nach einer Bearbeitung in einem anderen Programm. Sie wurde als einfache Maske gelesen: Alles Helle ist Schaden.</translation>
    </message>
    <message>
        <source>The mask lost its classes</source>
        <translation>Die Maske hat ihre Klassen verloren</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Filmstrip</source>
        <translation>Filmstreifen</translation>
    </message>
    <message>
        <source>Ring: it has a mask; disc: restored; tick: saved as a picture</source>
        <translation>Ring: mit Maske; Scheibe: restauriert; Haken: als Bild gespeichert</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>noch nichts getan</translation>
    </message>
    <message>
        <source>has a mask</source>
        <translation>hat eine Maske</translation>
    </message>
    <message>
        <source>restored, not saved as a picture</source>
        <translation>restauriert, nicht als Bild gespeichert</translation>
    </message>
    <message>
        <source>restored and saved</source>
        <translation>restauriert und gespeichert</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Browse...</source>
        <translation>Durchsuchen...</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Durchsuchen: {name}</translation>
    </message>
</context>
<context>
    <name>FramingPage</name>
    <message>
        <source>Angle of straightening in degrees</source>
        <translation>Winkel des Geraderichtens in Grad</translation>
    </message>
    <message>
        <source>How far the photo is turned clockwise to stand straight</source>
        <translation>Wie weit das Foto im Uhrzeigersinn gedreht wird, um gerade zu stehen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>{width} x {height} px of {all_width} x {all_height}</source>
        <translation>{width} x {height} px von {all_width} x {all_height}</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Find before</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Some of this page is in English.</source>
        <translation>Ein Teil dieser Seite ist auf Englisch.</translation>
    </message>
</context>
<context>
    <name>HealTool</name>
    <message>
        <source>All around the brush is damage that is still to be repaired, so there is nothing to take.</source>
        <translation>Rings um den Pinsel ist Schaden, der noch zu reparieren ist; darum gibt es nichts zu nehmen.</translation>
    </message>
    <message>
        <source>This place cannot be healed</source>
        <translation>Diese Stelle lässt sich nicht reparieren</translation>
    </message>
</context>
<context>
    <name>HeldKeys</name>
    <message>
        <source>Show the original while the key is held</source>
        <translation>Das Original zeigen, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>Move the view while the key is held</source>
        <translation>Die Ansicht verschieben, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>Digit {digit} of a class&apos;s number; 1 and 3 pick class 13</source>
        <translation>Ziffer {digit} einer Klassennummer; 1 und 3 wählen Klasse 13</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drag to move the view. The wheel zooms.</source>
        <translation>Ziehen verschiebt die Ansicht. Das Mausrad zoomt.</translation>
    </message>
    <message>
        <source>Paint over the damage. The right button erases, Shift+click draws a straight line.</source>
        <translation>Den Schaden übermalen. Die rechte Taste radiert, Umschalt+Klick zieht eine gerade Linie.</translation>
    </message>
    <message>
        <source>What you erase stays as it is in the photo.</source>
        <translation>Was radiert wird, bleibt im Foto, wie es ist.</translation>
    </message>
    <message>
        <source>Draw round the damage. Alt or the right button takes away.</source>
        <translation>Den Schaden umfahren. Alt oder die rechte Taste nimmt weg.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes one back.</source>
        <translation>Ecke für Ecke klicken; Eingabe oder Doppelklick schließt, Rücktaste nimmt eine Ecke zurück.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a square, Alt takes away.</source>
        <translation>Von Ecke zu Ecke ziehen. Umschalt macht ein Quadrat, Alt nimmt weg.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes a circle, Alt takes away.</source>
        <translation>Von Ecke zu Ecke ziehen. Umschalt macht einen Kreis, Alt nimmt weg.</translation>
    </message>
    <message>
        <source>Click what has one colour; drag to the right for more of it, to the left for less. Alt takes away.</source>
        <translation>Auf das klicken, was eine Farbe hat; nach rechts ziehen nimmt mehr davon, nach links weniger. Alt nimmt weg.</translation>
    </message>
    <message>
        <source>Click both ends of a scratch, or one and Enter. Shift: straight, Alt takes away, Esc gives up.</source>
        <translation>Beide Enden eines Kratzers anklicken, oder eines und Eingabe. Umschalt: gerade, Alt nimmt weg, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Click suggested damage to take or refuse it; trim it with the eraser{keys}.</source>
        <translation>Vorgeschlagene Schäden anklicken, um sie aus- oder abzuwählen; mit dem Radierer stutzen{keys}.</translation>
    </message>
    <message>
        <source>Paint over a speck or a scratch: it is healed at once. The right button takes that off again.</source>
        <translation>Einen Fleck oder Kratzer übermalen: Er wird sofort repariert. Die rechte Taste nimmt das wieder ab.</translation>
    </message>
    <message>
        <source>Alt+click or the right button says where to copy from; then paint over the damage.</source>
        <translation>Alt+Klick oder die rechte Taste sagt, von wo kopiert wird; dann den Schaden übermalen.</translation>
    </message>
    <message>
        <source>Paint {name} into the layout. The right button paints background.</source>
        <translation>Ins Layout malen: {name}. Die rechte Taste malt Hintergrund.</translation>
    </message>
    <message>
        <source>Click a region of the layout to fill it with {name}.</source>
        <translation>Einen Bereich des Layouts anklicken, um ihn zu füllen: {name}.</translation>
    </message>
    <message>
        <source>Click the layout to pick a class.</source>
        <translation>Das Layout anklicken, um eine Klasse aufzunehmen.</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter fills it with {name}, Backspace takes one back.</source>
        <translation>Ecke für Ecke klicken; Eingabe füllt ({name}), Rücktaste nimmt eine Ecke zurück.</translation>
    </message>
    <message>
        <source>Draw roughly round what is {name}: it goes to the edges of the photo nearby.</source>
        <translation>Grob umfahren ({name}): Die Linie legt sich an nahe Kanten des Fotos.</translation>
    </message>
    <message>
        <source>Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it.</source>
        <translation>Ein Auge, eine Braue, den Mund ... anklicken: ziehen, an Griffen oder am Drehknopf. Pfeiltasten bewegen.</translation>
    </message>
    <message>
        <source>Paint what is taken from the candidate in hand; Shift+click takes a whole part.</source>
        <translation>Malen, was aus der gewählten Variante kommt; Umschalt+Klick nimmt einen ganzen Teil.</translation>
    </message>
    <message>
        <source>Drag a handle, the crop, or a new one. Shift keeps the ratio of the sides. The scan stays whole.</source>
        <translation>Einen Griff, den Zuschnitt oder einen neuen ziehen. Umschalt erhält das Seitenverhältnis. Der Scan bleibt ganz.</translation>
    </message>
    <message>
        <source>Draw a line along something that should be level or upright, or type the angle.</source>
        <translation>Eine Linie an etwas entlangziehen, das waagerecht oder senkrecht sein soll, oder den Winkel eingeben.</translation>
    </message>
    <message>
        <source>Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next.</source>
        <translation>Einen Punkt, den Rahmen oder seine Ecke ziehen. Pfeiltasten bewegen einen Punkt, Eingabe wählt den nächsten.</translation>
    </message>
    <message>
        <source>Click the five points of the face.</source>
        <translation>Die fünf Punkte des Gesichts anklicken.</translation>
    </message>
    <message>
        <source>Arrow keys and numbers look at other candidates{flip}. Use the one in sight{use}, or Esc goes back.</source>
        <translation>Pfeiltasten und Ziffern zeigen andere Varianten{flip}. Die sichtbare verwenden{use}, oder mit Esc zurück.</translation>
    </message>
    <message>
        <source>Restored. Save the picture{keys}, or paint over what is still to be done.</source>
        <translation>Restauriert. Das Bild speichern{keys}, oder übermalen, was noch zu tun ist.</translation>
    </message>
    <message>
        <source>Open a portrait to begin.</source>
        <translation>Zum Beginnen ein Porträt öffnen.</translation>
    </message>
    <message>
        <source>Add a face first.</source>
        <translation>Zuerst ein Gesicht hinzufügen.</translation>
    </message>
    <message>
        <source>Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}.</source>
        <translation>Pfeiltasten bewegen den Cursor, mit Umschalt weit, mit Strg pixelweise. Mit dem Werkzeug drücken{keys}.</translation>
    </message>
    <message>
        <source>Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back.</source>
        <translation>Pfeiltasten zeichnen, mit Umschalt weit, mit Strg pixelweise. Eingabe hebt{keys}, Esc nimmt zurück.</translation>
    </message>
    <message>
        <source>There is no layout yet: predict one{keys}.</source>
        <translation>Noch kein Layout da: eines vorhersagen{keys}.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go there</source>
        <translation>Einen Schritt anklicken oder auf ihm die Eingabetaste drücken, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Earlier steps are forgotten</source>
        <translation>Frühere Schritte sind vergessen</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>{step}, the present state</source>
        <translation>{step}, der jetzige Stand</translation>
    </message>
    <message>
        <source>{step}, undone</source>
        <translation>{step}, rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>InstallationCheckDialog</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Check this installation</source>
        <translation>Diese Installation prüfen</translation>
    </message>
    <message>
        <source>Looking at networks, memory, folders and files ...</source>
        <translation>Netze, Speicher, Ordner und Dateien werden angesehen ...</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>As text, for a message to those who help you; folders are named in it</source>
        <translation>Als Text, für eine Nachricht an die, die Ihnen helfen; Ordner werden darin genannt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Something is broken; what to do stands beside it.</source>
        <translation>Etwas ist defekt; was zu tun ist, steht daneben.</translation>
    </message>
    <message>
        <source>Everything needed is here; something deserves attention.</source>
        <translation>Alles Nötige ist da; etwas verdient Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Everything needed is here.</source>
        <translation>Alles Nötige ist da.</translation>
    </message>
</context>
<context>
    <name>KeyCursor</name>
    <message>
        <source>Down</source>
        <translation>Gedrückt</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Gehoben</translation>
    </message>
    <message>
        <source>Cursor at {x}, {y}</source>
        <translation>Cursor bei {x}, {y}</translation>
    </message>
</context>
<context>
    <name>KeysWithoutAction</name>
    <message>
        <source>Middle button</source>
        <translation>Mittlere Taste</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Ctrl+Wheel, Alt+Wheel</source>
        <translation>Strg+Mausrad, Alt+Mausrad</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Alt+click, with a tool of the layout</source>
        <translation>Alt+Klick mit einem Layout-Werkzeug</translation>
    </message>
    <message>
        <source>Pick the class under the pointer</source>
        <translation>Die Klasse unter dem Zeiger aufnehmen</translation>
    </message>
    <message>
        <source>Alt+click or right button, with the clone brush</source>
        <translation>Alt+Klick oder rechte Taste, mit dem Kopierpinsel</translation>
    </message>
    <message>
        <source>Copy from there</source>
        <translation>Von dort kopieren</translation>
    </message>
    <message>
        <source>Right button, with the heal brush</source>
        <translation>Rechte Taste, mit dem Reparaturpinsel</translation>
    </message>
    <message>
        <source>Take off what was filled by hand</source>
        <translation>Abnehmen, was von Hand gefüllt wurde</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>Erase with the brush; background with the class brush</source>
        <translation>Mit dem Pinsel radieren; mit dem Klassenpinsel Hintergrund</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>A straight stroke from where the last one ended</source>
        <translation>Ein gerader Strich vom Ende des letzten</translation>
    </message>
    <message>
        <source>Shift, with rectangle and ellipse</source>
        <translation>Umschalt bei Rechteck und Ellipse</translation>
    </message>
    <message>
        <source>A square, a circle</source>
        <translation>Ein Quadrat, ein Kreis</translation>
    </message>
    <message>
        <source>Alt or right button, with shapes and wand</source>
        <translation>Alt oder rechte Taste bei Formen und Zauberstab</translation>
    </message>
    <message>
        <source>Take away from the mask</source>
        <translation>Von der Maske wegnehmen</translation>
    </message>
    <message>
        <source>Enter or double click, with the polygon</source>
        <translation>Eingabe oder Doppelklick beim Polygon</translation>
    </message>
    <message>
        <source>Close it; Backspace takes the last corner back, Esc gives it up</source>
        <translation>Schließen; Rücktaste nimmt die letzte Ecke zurück, Esc bricht ab</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Pressure sets the size, its other end erases</source>
        <translation>Druck bestimmt die Größe, das andere Ende radiert</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the view, the divider when comparing, the chosen face point, or the cursor once it is shown</source>
        <translation>Ansicht, Trennlinie beim Vergleich, gewählten Gesichtspunkt oder gezeigten Cursor bewegen</translation>
    </message>
    <message>
        <source>Arrow keys and digits, while a candidate is looked at</source>
        <translation>Pfeiltasten und Ziffern, während eine Variante angesehen wird</translation>
    </message>
    <message>
        <source>Look at the one beside it, or at the one of that number</source>
        <translation>Die daneben ansehen, oder die mit dieser Nummer</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrow keys</source>
        <translation>Umschalt oder Strg mit Pfeiltasten</translation>
    </message>
    <message>
        <source>A long step; with the cursor and Ctrl a step of one pixel</source>
        <translation>Ein großer Schritt; mit Cursor und Strg ein Schritt von einem Pixel</translation>
    </message>
    <message>
        <source>Enter, with the points tool</source>
        <translation>Eingabe beim Punktewerkzeug</translation>
    </message>
    <message>
        <source>Choose the next face point</source>
        <translation>Den nächsten Gesichtspunkt wählen</translation>
    </message>
    <message>
        <source>Enter and arrow keys, with Move part</source>
        <translation>Eingabe und Pfeiltasten bei „Teil verschieben“</translation>
    </message>
    <message>
        <source>Pick the part of the class in hand; move it</source>
        <translation>Den Teil der gewählten Klasse auswählen; ihn bewegen</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
</context>
<context>
    <name>LayoutEdits</name>
    <message>
        <source>Polygon of {name}</source>
        <translation>Polygon: {name}</translation>
    </message>
    <message>
        <source>Mirror {name}</source>
        <translation>Spiegeln: {name}</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>Zurücksetzen: {name}</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Smart edge of {name}</source>
        <translation>Intelligente Kante: {name}</translation>
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
        <translation>Layout</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Load...</source>
        <translation>Laden...</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Sichern...</translation>
    </message>
    <message>
        <source>Reset class</source>
        <translation>Klasse zurück</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the layout over the photo</source>
        <translation>Deckkraft des Layouts über dem Foto</translation>
    </message>
    <message>
        <source>Colours of the classes</source>
        <translation>Farben der Klassen</translation>
    </message>
    <message>
        <source>Colours of the classes: as usual, or told apart with any colour vision, with patterns</source>
        <translation>Farben der Klassen: wie üblich, oder für jedes Farbsehen unterscheidbar, mit Mustern</translation>
    </message>
</context>
<context>
    <name>LegendModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>{name} shown</source>
        <translation>{name} sichtbar</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name} verborgen</translation>
    </message>
    <message>
        <source>{name} locked</source>
        <translation>{name} gesperrt</translation>
    </message>
    <message>
        <source>{name} not locked</source>
        <translation>{name} nicht gesperrt</translation>
    </message>
    <message>
        <source>Show this class in the overlay (Space)</source>
        <translation>Diese Klasse in der Überlagerung zeigen (Leertaste)</translation>
    </message>
    <message>
        <source>Lock this class: painting never changes it (Return)</source>
        <translation>Diese Klasse sperren: Malen ändert sie nie (Eingabe)</translation>
    </message>
    <message>
        <source>Click to paint with this class. Left and right are the person&apos;s own</source>
        <translation>Anklicken, um mit dieser Klasse zu malen. Links und rechts aus Sicht der Person</translation>
    </message>
    <message>
        <source>Type this number to pick the class</source>
        <translation>Diese Nummer tippen, um die Klasse zu wählen</translation>
    </message>
    <message>
        <source>Share of the face crop</source>
        <translation>Anteil am Gesichtsausschnitt</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>Classes of the layout</source>
        <translation>Klassen des Layouts</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Candidate that is looked at</source>
        <translation>Angesehene Variante</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show the result again  (Esc)</source>
        <translation>Wieder das Ergebnis zeigen  (Esc)</translation>
    </message>
    <message>
        <source>seed {seed}, for: {part}</source>
        <translation>Startwert {seed}, für: {part}</translation>
    </message>
    <message>
        <source>seed {seed}, in use for: {part}</source>
        <translation>Startwert {seed}, verwendet für: {part}</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All come back with the same key{keys}, or with Esc.</source>
        <translation>Alle kommen mit derselben Taste zurück{keys}, oder mit Esc.</translation>
    </message>
    <message>
        <source>The panels are put away</source>
        <translation>Die Bereiche sind weggeräumt</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Porträt</translation>
    </message>
</context>
<context>
    <name>MaskEdits</name>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Kratzer nachziehen</translation>
    </message>
    <message>
        <source>Grow mask</source>
        <translation>Maske erweitern</translation>
    </message>
    <message>
        <source>Shrink mask</source>
        <translation>Maske verkleinern</translation>
    </message>
    <message>
        <source>Smooth mask</source>
        <translation>Maske glätten</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Punkte entfernen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Invert mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Maske löschen</translation>
    </message>
    <message>
        <source>Import mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Accept suggestions</source>
        <translation>Vorschläge annehmen</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Klasse entfernen</translation>
    </message>
</context>
<context>
    <name>MaskSection</name>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>What the tools of the mask paint, and what is done about it</source>
        <translation>Was die Maskenwerkzeuge malen, und was damit geschieht</translation>
    </message>
    <message>
        <source>Paint as</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the mask overlay</source>
        <translation>Deckkraft der Maske über dem Foto</translation>
    </message>
    <message>
        <source>Colour of the mask overlay</source>
        <translation>Farbe der Maske über dem Foto</translation>
    </message>
    <message>
        <source>Overlay colour</source>
        <translation>Farbe der Überlagerung</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels to change the mask by</source>
        <translation>Pixel, um die die Maske geändert wird</translation>
    </message>
    <message>
        <source>By how much the mask is grown, shrunk or smoothed; specks are smaller than its square</source>
        <translation>Um wie viel die Maske erweitert, verkleinert oder geglättet wird; Punkte sind kleiner als sein Quadrat</translation>
    </message>
    <message>
        <source>Change by</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Import...</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Export...</translation>
    </message>
    <message>
        <source>Class of damage to paint</source>
        <translation>Schadensklasse zum Malen</translation>
    </message>
    <message>
        <source>What is done about this class</source>
        <translation>Was mit dieser Klasse geschieht</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Ändern...</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>F&amp;ace</source>
        <translation>&amp;Gesicht</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>The whole photo; arrow keys move the part that the canvas shows.</source>
        <translation>Das ganze Foto; die Pfeiltasten verschieben den Teil, den die Zeichenfläche zeigt.</translation>
    </message>
    <message>
        <source>Drag to move the part of the photo that is shown; the wheel zooms</source>
        <translation>Ziehen verschiebt den Teil des Fotos, der zu sehen ist; das Rad zoomt</translation>
    </message>
</context>
<context>
    <name>NotesButton</name>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notes, to be read again:</source>
        <translation>Hinweise zum Nachlesen:</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>Zuerst das Projekt speichern.</translation>
    </message>
    <message>
        <source>Open a folder first.</source>
        <translation>Zuerst einen Ordner öffnen.</translation>
    </message>
    <message>
        <source>There is no photo before this one in the filmstrip.</source>
        <translation>Im Filmstreifen steht kein Foto vor diesem.</translation>
    </message>
    <message>
        <source>There is no photo after this one in the filmstrip.</source>
        <translation>Im Filmstreifen steht kein Foto nach diesem.</translation>
    </message>
    <message>
        <source>Wait until the work under way is done, or cancel it with Esc.</source>
        <translation>Warten, bis die laufende Arbeit fertig ist, oder sie mit Esc abbrechen.</translation>
    </message>
    <message>
        <source>The mask is empty. Paint over the damage with the brush first.</source>
        <translation>Die Maske ist leer. Zuerst den Schaden mit dem Pinsel übermalen.</translation>
    </message>
    <message>
        <source>No face is known yet. Find or add one first.</source>
        <translation>Noch ist kein Gesicht bekannt. Zuerst eines suchen oder hinzufügen.</translation>
    </message>
    <message>
        <source>There is only one face.</source>
        <translation>Es gibt nur ein Gesicht.</translation>
    </message>
    <message>
        <source>The face has no layout yet. Predict it first.</source>
        <translation>Das Gesicht hat noch kein Layout. Es zuerst vorhersagen.</translation>
    </message>
    <message>
        <source>The layout is as it was predicted, or was never predicted.</source>
        <translation>Das Layout ist, wie es vorhergesagt wurde, oder es wurde nie vorhergesagt.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it first.</source>
        <translation>Noch gibt es kein Ergebnis. Zuerst eines erzeugen.</translation>
    </message>
    <message>
        <source>There is no result yet. Generate it, or heal something by hand first.</source>
        <translation>Noch gibt es kein Ergebnis. Zuerst eines erzeugen oder etwas von Hand reparieren.</translation>
    </message>
    <message>
        <source>Compare original and result first.</source>
        <translation>Zuerst Original und Ergebnis vergleichen.</translation>
    </message>
    <message>
        <source>The face has no second candidate yet. Make more of them first.</source>
        <translation>Das Gesicht hat noch keine zweite Variante. Erzeugen Sie zuerst weitere.</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Choose one with a network in the Restore section for several.</source>
        <translation>Diese Art zu restaurieren gibt ein einziges Ergebnis. Für mehrere im Abschnitt Restaurieren eine mit Netz wählen.</translation>
    </message>
    <message>
        <source>This way of restoring borrows from no photograph. Choose another one in the Restore section.</source>
        <translation>Diese Art zu restaurieren borgt aus keiner Fotografie. Wählen Sie im Abschnitt „Restaurieren“ eine andere.</translation>
    </message>
    <message>
        <source>Nothing is suggested. Find damage first.</source>
        <translation>Nichts ist vorgeschlagen. Zuerst Schäden finden lassen.</translation>
    </message>
    <message>
        <source>Take a tool other than the hand first.</source>
        <translation>Zuerst ein anderes Werkzeug als die Hand nehmen.</translation>
    </message>
    <message>
        <source>The scan is shown as it lies already.</source>
        <translation>Der Scan wird schon gezeigt, wie er liegt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>OriginLegend</name>
    <message>
        <source>invented by the network</source>
        <translation>vom Netz erfunden</translation>
    </message>
    <message>
        <source>from the other half of the face</source>
        <translation>von der anderen Gesichtshälfte</translation>
    </message>
    <message>
        <source>from other photographs</source>
        <translation>von anderen Fotos</translation>
    </message>
    <message>
        <source>filled from its surroundings</source>
        <translation>aus der Umgebung gefüllt</translation>
    </message>
    <message>
        <source>filled by hand</source>
        <translation>von Hand gefüllt</translation>
    </message>
    <message>
        <source>mixed by share</source>
        <translation>nach Anteilen gemischt</translation>
    </message>
    <message>
        <source>Colours of what was invented</source>
        <translation>Farben dessen, was erfunden wurde</translation>
    </message>
</context>
<context>
    <name>Palettes</name>
    <message>
        <source>CelebAMask-HQ colours</source>
        <translation>CelebAMask-HQ-Farben</translation>
    </message>
    <message>
        <source>Colour-blind safe</source>
        <translation>Für jedes Farbsehen</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Take out of the window, or put back</source>
        <translation>Aus dem Fenster nehmen oder zurückstellen</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Wegräumen</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>Part of the face</source>
        <translation>Teil des Gesichts</translation>
    </message>
    <message>
        <source>{part}: from candidate {number}</source>
        <translation>{part}: aus Variante {number}</translation>
    </message>
    <message>
        <source>{part}: from candidates {numbers}</source>
        <translation>{part}: aus den Varianten {numbers}</translation>
    </message>
    <message>
        <source>This part takes the candidate that is used, and this part&apos;s strength is set</source>
        <translation>Dieser Teil nimmt die verwendete Variante, und seine Stärke wird eingestellt</translation>
    </message>
</context>
<context>
    <name>PartTool</name>
    <message>
        <source>Move {name}</source>
        <translation>Verschieben: {name}</translation>
    </message>
</context>
<context>
    <name>PercentSlider</name>
    <message>
        <source>{name} in percent</source>
        <translation>{name} in Prozent</translation>
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
        <translation>Klick: {name}, {number} von 5</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Or draw a box round the face. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} von 5: &lt;b&gt;{name}&lt;/b&gt; anklicken. Oder einen Rahmen um das Gesicht ziehen. Rücktaste nimmt einen zurück, Eingabe setzt alle, Esc beendet.</translation>
    </message>
    <message>
        <source>{number} of 5: click the &lt;b&gt;{name}&lt;/b&gt;. Backspace takes one back, Enter places all, Esc ends.</source>
        <translation>{number} von 5: &lt;b&gt;{name}&lt;/b&gt; anklicken. Rücktaste nimmt einen zurück, Eingabe setzt alle, Esc beendet.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Format of restored photos</source>
        <translation>F&amp;ormat restaurierter Fotos</translation>
    </message>
    <message>
        <source>TIFF for a TIFF, else PNG</source>
        <translation>TIFF für TIFF, sonst PNG</translation>
    </message>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, verlustfrei</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>Farb&amp;tiefe</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>8 bit, also of 16 bit photos</source>
        <translation>8 Bit, auch bei 16-Bit-Fotos</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Alles behalten, was das Foto angibt</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Nur Farbprofil und Auflösung</translation>
    </message>
    <message>
        <source>Say in the file that it was re&amp;stored</source>
        <translation>&amp;In der Datei vermerken, dass restauriert wurde</translation>
    </message>
    <message>
        <source>Write the &amp;record of what was done beside it</source>
        <translation>Das P&amp;rotokoll der Arbeit danebenlegen</translation>
    </message>
    <message>
        <source>&amp;Projects are kept</source>
        <translation>&amp;Projekte liegen</translation>
    </message>
    <message>
        <source>Beside their photos</source>
        <translation>Neben ihren Fotos</translation>
    </message>
    <message>
        <source>In the program&apos;s own folder</source>
        <translation>Im Ordner des Programms</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>All, for research and private use</source>
        <translation>Alle, für Forschung und privaten Gebrauch</translation>
    </message>
    <message>
        <source>From the public domain, for paid work too</source>
        <translation>Gemeinfreie, auch für bezahlte Arbeit</translation>
    </message>
    <message>
        <source>S&amp;et of networks</source>
        <translation>N&amp;etze</translation>
    </message>
    <message>
        <source>Those for paid work find faces, and paint none</source>
        <translation>Die für bezahlte Arbeit finden Gesichter und malen keine</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS is set, and wins: {name}</source>
        <translation>FACERESTORE_WEIGHTS ist gesetzt und geht vor: {name}</translation>
    </message>
    <message>
        <source>Another set is used from the next start on</source>
        <translation>Andere Netze gelten ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>The fastest that is there</source>
        <translation>Das Schnellste, das da ist</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Processor, by ONNX Runtime</source>
        <translation>Prozessor, mit ONNX Runtime</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Metal)</source>
        <translation>Grafik des Mac (Metal)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>Grafikkarte (DirectML)</translation>
    </message>
    <message>
        <source>Graphics of the Mac (Core ML)</source>
        <translation>Grafik des Mac (Core ML)</translation>
    </message>
    <message>
        <source>Networks run &amp;on</source>
        <translation>&amp;Netze laufen auf</translation>
    </message>
    <message>
        <source>Now: {device}</source>
        <translation>Zurzeit: {device}</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>How many threads the networks may use of the processor</source>
        <translation>Wie viele Threads die Netze auf dem Prozessor nutzen dürfen</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>&amp;Kerne</translation>
    </message>
    <message>
        <source>Memory for &amp;undo</source>
        <translation>Sp&amp;eicher für Rückgängig</translation>
    </message>
    <message>
        <source>Beyond it the oldest steps are forgotten</source>
        <translation>Darüber hinaus werden die ältesten Schritte vergessen</translation>
    </message>
</context>
<context>
    <name>PresetsButton</name>
    <message>
        <source>Brushes kept by name: size, hardness and class of damage</source>
        <translation>Pinsel mit Namen: Größe, Härte und Schadensklasse</translation>
    </message>
    <message>
        <source>Brush presets</source>
        <translation>Pinselvorgaben</translation>
    </message>
    <message>
        <source>Keep this brush...</source>
        <translation>Diesen Pinsel behalten...</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep this brush</source>
        <translation>Diesen Pinsel behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
</context>
<context>
    <name>PreviewLabel</name>
    <message>
        <source>State of the live preview</source>
        <translation>Zustand der Live-Vorschau</translation>
    </message>
    <message>
        <source>Live preview: {state}</source>
        <translation>Live-Vorschau: {state}</translation>
    </message>
</context>
<context>
    <name>PreviewState</name>
    <message>
        <source>Paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Waiting for the edit to end</source>
        <translation>wartet auf das Ende der Bearbeitung</translation>
    </message>
    <message>
        <source>Painting the preview</source>
        <translation>wird gemalt</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Predict a layout first</source>
        <translation>zuerst ein Layout vorhersagen</translation>
    </message>
    <message>
        <source>No damage in this face</source>
        <translation>kein Schaden in diesem Gesicht</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>durch einen Fehler angehalten</translation>
    </message>
</context>
<context>
    <name>ProjectKeeping</name>
    <message>
        <source>{reason} What you do is in the journal only. Save the project to another place.</source>
        <translation>{reason} Was Sie tun, steht nur im Journal. Speichern Sie das Projekt an einem anderen Ort.</translation>
    </message>
    <message>
        <source>The project cannot be kept</source>
        <translation>Das Projekt lässt sich nicht behalten</translation>
    </message>
    <message>
        <source>Its work is left as it is. Yours is kept in {name} from now on.</source>
        <translation>Dessen Arbeit bleibt, wie sie ist. Ihre wird von nun an in {name} behalten.</translation>
    </message>
    <message>
        <source>Another window works on this project</source>
        <translation>Ein anderes Fenster arbeitet an diesem Projekt</translation>
    </message>
</context>
<context>
    <name>ProjectTasks</name>
    <message>
        <source>Open the photo without it</source>
        <translation>Das Foto ohne das Projekt öffnen</translation>
    </message>
    <message>
        <source>Open the version before</source>
        <translation>Vorherige Version öffnen</translation>
    </message>
    <message>
        <source>No file was changed. Save it to go on from here: what is in the file now is kept as a version.</source>
        <translation>Keine Datei wurde geändert. Speichern, um von hier weiterzuarbeiten: Was jetzt in der Datei steht, bleibt als Version erhalten.</translation>
    </message>
    <message>
        <source>This is an earlier version</source>
        <translation>Dies ist eine frühere Version</translation>
    </message>
    <message>
        <source>Its work is not in what you have just saved. It is kept: File &gt; Open an earlier version shows it.</source>
        <translation>Die Arbeit dort ist nicht in dem, was Sie eben gespeichert haben. Sie ist aufbewahrt: Datei &gt; Frühere Version öffnen zeigt sie.</translation>
    </message>
    <message>
        <source>Another window had saved this project meanwhile</source>
        <translation>Ein anderes Fenster hatte dieses Projekt inzwischen gespeichert</translation>
    </message>
    <message>
        <source>The disk is nearly full, so the version before was not kept. Free some space.</source>
        <translation>Der Datenträger ist fast voll, deshalb wurde die vorherige Version nicht aufgehoben. Bitte Platz schaffen.</translation>
    </message>
    <message>
        <source>The project is saved, but the system did not let the version before be kept beside it.</source>
        <translation>Das Projekt ist gespeichert, aber das System ließ die vorherige Version nicht daneben aufheben.</translation>
    </message>
    <message>
        <source>Saved, without the version before</source>
        <translation>Gespeichert, ohne die vorherige Version</translation>
    </message>
    <message>
        <source>The project&apos;s photo is not where it was</source>
        <translation>Das Foto des Projekts ist nicht, wo es war</translation>
    </message>
    <message>
        <source>{name} is neither in {folder} nor beside the project.</source>
        <translation>{name} liegt weder in {folder} noch neben dem Projekt.</translation>
    </message>
    <message>
        <source>Find the photo...</source>
        <translation>Foto suchen...</translation>
    </message>
    <message>
        <source>Find another...</source>
        <translation>Anderes suchen...</translation>
    </message>
    <message>
        <source>{name} has another size, depth or mode than the photo that the project was made with.</source>
        <translation>{name} hat eine andere Größe, Farbtiefe oder Art als das Foto, mit dem das Projekt gemacht wurde.</translation>
    </message>
    <message>
        <source>The photo does not fit the project</source>
        <translation>Das Foto passt nicht zum Projekt</translation>
    </message>
    <message>
        <source>{path} is not the file that the project was made with, but it has its size.</source>
        <translation>{path} ist nicht die Datei, mit der das Projekt gemacht wurde, hat aber deren Größe.</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>The project&apos;s photo has changed</source>
        <translation>Das Foto des Projekts hat sich geändert</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>&amp;Liste leeren</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Nothing to recover</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>All that was not saved is open, or was closed.</source>
        <translation>Alles Ungesicherte ist offen oder wurde geschlossen.</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>All is here, up to the last finished stroke.</source>
        <translation>Alles ist da, bis zum letzten fertigen Strich.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Ungesicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungesicherte Arbeit</translation>
    </message>
    <message>
        <source>The program ended before this was saved. It can be recovered:</source>
        <translation>Das Programm endete, bevor dies gespeichert war. Es kann wiederhergestellt werden:</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Put the chosen one aside. File &gt; Recover unsaved work has it for {days} days</source>
        <translation>Das Gewählte beiseitelegen. Unter Datei &gt; Ungesicherte Arbeit wiederherstellen ist es noch {days} Tage</translation>
    </message>
    <message>
        <source>discarded; it is here until {date}</source>
        <translation>verworfen; hier bis zum {date}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <translation>zuletzt geändert {time}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskButton</name>
    <message>
        <source>What of this photograph is damaged or covered, and is not lent</source>
        <translation>Was an dieser Fotografie beschädigt oder verdeckt ist und nicht verliehen wird</translation>
    </message>
    <message>
        <source>&amp;Paint the mask of this photograph...</source>
        <translation>Maske dieser Fotografie &amp;malen...</translation>
    </message>
    <message>
        <source>Mask from a &amp;file or its project...</source>
        <translation>Maske aus einer &amp;Datei oder ihrem Projekt...</translation>
    </message>
    <message>
        <source>&amp;Without a mask</source>
        <translation>&amp;Ohne Maske</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>Keine Maske</translation>
    </message>
    <message>
        <source>Mask {share}</source>
        <translation>Maske {share}</translation>
    </message>
    <message>
        <source>Mask of this photograph: {state}</source>
        <translation>Maske dieser Fotografie: {state}</translation>
    </message>
</context>
<context>
    <name>ReferenceMaskDialog</name>
    <message>
        <source>Mask of {file}</source>
        <translation>Maske von {file}</translation>
    </message>
    <message>
        <source>Paint over what is damaged, or covered by a hand or a hat. The right button takes paint away.</source>
        <translation>Übermalen Sie, was beschädigt oder von einer Hand oder einem Hut verdeckt ist. Die rechte Taste nimmt Farbe weg.</translation>
    </message>
    <message>
        <source>The face in the photograph</source>
        <translation>Das Gesicht in der Fotografie</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Breite des Pinsels</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
</context>
<context>
    <name>ReferenceTasks</name>
    <message>
        <source>The open photo itself was left out.</source>
        <translation>Das geöffnete Foto selbst wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{file} is masked like that already, or the mask lies beside its face.</source>
        <translation>{file} ist schon so maskiert, oder die Maske liegt neben dem Gesicht.</translation>
    </message>
    <message>
        <source>This mask changes nothing</source>
        <translation>Diese Maske ändert nichts</translation>
    </message>
    <message>
        <source>A face borrows from at most {most} photographs; left out: {files}.</source>
        <translation>Ein Gesicht borgt aus höchstens {most} Fotografien; ausgelassen: {files}.</translation>
    </message>
    <message>
        <source>Photographs of the person</source>
        <translation>Fotografien der Person</translation>
    </message>
    <message>
        <source>{share} of the face is hidden, too much to tell who it is (at most {most}). Add photographs of the person by name.</source>
        <translation>{share} des Gesichts sind verdeckt, zu viel, um zu sagen, wer es ist (höchstens {most}). Fügen Sie Fotografien der Person einzeln hinzu.</translation>
    </message>
    <message>
        <source>The folder was not searched</source>
        <translation>Der Ordner wurde nicht durchsucht</translation>
    </message>
    <message>
        <source>Nobody like this person was found</source>
        <translation>Niemand wie diese Person gefunden</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>Sehen Sie sie durch</translation>
    </message>
    <message>
        <source>Of {photos} photographs, {count} probably of the person.</source>
        <translation>Von {photos} Fotografien zeigen wahrscheinlich {count} die Person.</translation>
    </message>
    <message>
        <source>Those with a question mark may be of somebody else: {count}.</source>
        <translation>Die mit Fragezeichen können jemand anderen zeigen: {count}.</translation>
    </message>
    <message>
        <source>Take or refuse each under References.</source>
        <translation>Nehmen Sie jede unter „Referenzen“ an oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>Not read: {files}.</source>
        <translation>Nicht gelesen: {files}.</translation>
    </message>
    <message>
        <source>{files} and {count} more</source>
        <translation>{files} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ReferencesSection</name>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Brauen</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>Skin and hair</source>
        <translation>Haut und Haare</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Faces to borrow from: Enter takes one, Delete takes it away</source>
        <translation>Gesichter, aus denen geborgt wird: Enter nimmt eines an, Entf nimmt es weg</translation>
    </message>
    <message>
        <source>As View &gt; Show what was invented mixes its colours, summed up over the face</source>
        <translation>So, wie „Ansicht &gt; Erfundenes zeigen“ seine Farben mischt, zusammengezählt über das Gesicht</translation>
    </message>
    <message>
        <source>Which parts of the face this photograph may lend</source>
        <translation>Welche Teile des Gesichts diese Fotografie leihen darf</translation>
    </message>
    <message>
        <source>Parts that it lends</source>
        <translation>Teile, die sie leiht</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Borrow from this face</source>
        <translation>Aus diesem Gesicht borgen</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Borrow from all that probably show the person</source>
        <translation>Aus allen borgen, die wahrscheinlich die Person zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Borrow from it no longer</source>
        <translation>Nicht mehr daraus borgen</translation>
    </message>
    <message>
        <source>{file}, in use</source>
        <translation>{file}, in Gebrauch</translation>
    </message>
    <message>
        <source>{file}, proposed</source>
        <translation>{file}, vorgeschlagen</translation>
    </message>
    <message>
        <source>{file}, perhaps the person</source>
        <translation>{file}, vielleicht die Person</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Propose this face no longer</source>
        <translation>Dieses Gesicht nicht mehr vorschlagen</translation>
    </message>
    <message>
        <source>{network} Network alone {own}, {mirror} mirror image {mirrored}</source>
        <translation>{network} Netz allein {own}, {mirror} Spiegelbild {mirrored}</translation>
    </message>
    <message>
        <source>Probably the person: {file}</source>
        <translation>Wahrscheinlich die Person: {file}</translation>
    </message>
    <message>
        <source>Perhaps: {file}</source>
        <translation>Vielleicht: {file}</translation>
    </message>
    <message>
        <source>Generate to borrow from {file}</source>
        <translation>Erzeugen, um aus {file} zu borgen</translation>
    </message>
    <message>
        <source>{share} is from {file}</source>
        <translation>{share} sind aus {file}</translation>
    </message>
    <message>
        <source>Lends all</source>
        <translation>Leiht alles</translation>
    </message>
    <message>
        <source>Lends {parts}</source>
        <translation>Leiht {parts}</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Lends nothing</source>
        <translation>Leiht nichts</translation>
    </message>
    <message>
        <source>Parts that it lends: {parts}</source>
        <translation>Teile, die sie leiht: {parts}</translation>
    </message>
</context>
<context>
    <name>RepeatedDialog</name>
    <message>
        <source>Damage that repeats</source>
        <translation>Wiederholte Schäden</translation>
    </message>
    <message>
        <source>These places look damaged in many scans of one size. Dust on the glass and the line of a roller do; a stamp, a frame number or a border that is printed on each card are no damage. What is damage goes into every mask of that size, what is none goes out of them.</source>
        <translation>Diese Stellen sehen in vielen Scans einer Größe beschädigt aus, wie Staub auf dem Glas oder die Spur einer Walze. Ein Stempel, eine Bildnummer oder ein Rand, die auf jede Karte gedruckt sind, sind kein Schaden. Was Schaden ist, kommt in alle Masken dieser Größe, was keiner ist, wird aus ihnen genommen.</translation>
    </message>
    <message>
        <source>&amp;All are damage</source>
        <translation>&amp;Alle sind Schäden</translation>
    </message>
    <message>
        <source>&amp;None is</source>
        <translation>&amp;Keine ist einer</translation>
    </message>
    <message>
        <source>&amp;Use answers</source>
        <translation>Antworten über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>No photos there</source>
        <translation>Keine Fotos gefunden</translation>
    </message>
    <message>
        <source>Choose or drop photos, a folder of photos or a project.</source>
        <translation>Fotos, einen Ordner mit Fotos oder ein Projekt wählen oder ablegen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No face was found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>If a part of the face is not where it belongs, correct it; or generate.</source>
        <translation>Ist ein Teil des Gesichts nicht, wo er hingehört, korrigieren Sie ihn; sonst erzeugen Sie.</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>This is the layout</source>
        <translation>Das ist das Layout</translation>
    </message>
    <message>
        <source>It begins when the faces are found.</source>
        <translation>Es beginnt, wenn die Gesichter gefunden sind.</translation>
    </message>
    <message>
        <source>Generate waits</source>
        <translation>Das Erzeugen wartet</translation>
    </message>
    <message>
        <source>If there is one, show where it is. What is masked outside a face is filled from around it.</source>
        <translation>Wenn eines da ist, zeigen Sie, wo. Was außerhalb eines Gesichts maskiert ist, wird aus der Umgebung gefüllt.</translation>
    </message>
    <message>
        <source>Show the face</source>
        <translation>Das Gesicht zeigen</translation>
    </message>
    <message>
        <source>They lie on one spot. Click them again, apart from each other.</source>
        <translation>Sie liegen auf einer Stelle. Bitte noch einmal klicken, mit Abstand voneinander.</translation>
    </message>
    <message>
        <source>These points make no face</source>
        <translation>Diese Punkte ergeben kein Gesicht</translation>
    </message>
    <message>
        <source>What you do now is kept in memory only ({reason}). Save the project; free some space on the disk.</source>
        <translation>Weitere Arbeit bleibt nur im Arbeitsspeicher ({reason}). Projekt speichern und Platz auf dem Datenträger schaffen.</translation>
    </message>
    <message>
        <source>Autosave has stopped</source>
        <translation>Das automatische Speichern wurde angehalten</translation>
    </message>
</context>
<context>
    <name>ReservedKeys</name>
    <message>
        <source>{keys} alone is no shortcut: press another key with it.</source>
        <translation>{keys} allein ist kein Kürzel: eine weitere Taste dazu drücken.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas the arrow keys move the view, the cursor or what is picked.</source>
        <translation>{keys} ist vergeben: Auf der Zeichenfläche bewegen die Pfeiltasten die Ansicht, den Cursor oder das Ausgewählte.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it goes through lists and text fields.</source>
        <translation>{keys} ist vergeben: geht durch Listen und Textfelder.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it finishes what is drawn on the canvas.</source>
        <translation>{keys} ist vergeben: beendet, was auf der Zeichenfläche gezeichnet wird.</translation>
    </message>
    <message>
        <source>{keys} is reserved: on the canvas it takes back the last corner.</source>
        <translation>{keys} ist vergeben: nimmt auf der Zeichenfläche die letzte Ecke zurück.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it presses buttons, and holds the hand on the canvas.</source>
        <translation>{keys} ist vergeben: drückt Schaltflächen und hält die Hand auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it always gives up what is under way.</source>
        <translation>{keys} ist vergeben: bricht immer ab, was gerade läuft.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it moves the keyboard through the window.</source>
        <translation>{keys} ist vergeben: führt die Tastatur durch das Fenster.</translation>
    </message>
    <message>
        <source>{keys} cannot be held: choose a single key without Ctrl or Alt.</source>
        <translation>{keys} kann nicht gehalten werden: eine einzelne Taste ohne Strg oder Alt wählen.</translation>
    </message>
    <message>
        <source>While a text field has the keyboard, {keys} serves that.</source>
        <translation>Hat ein Textfeld die Tastatur, dient {keys} diesem.</translation>
    </message>
</context>
<context>
    <name>RestoreSection</name>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Way to restore</source>
        <translation>Art zu restaurieren</translation>
    </message>
    <message>
        <source>What each way to restore is good for</source>
        <translation>Wofür jede Art der Restaurierung gut ist</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same result; another one gives another version</source>
        <translation>Der gleiche Startwert ergibt das gleiche Ergebnis; ein anderer eine andere Variante</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Save picture...</source>
        <translation>Bild speichern...</translation>
    </message>
    <message>
        <source>Open a portrait first.</source>
        <translation>Zuerst ein Porträt öffnen.</translation>
    </message>
    <message>
        <source>Accept the suggestions first.</source>
        <translation>Erst die Vorschläge annehmen.</translation>
    </message>
    <message>
        <source>Paint over the damage first.</source>
        <translation>Zuerst den Schaden übermalen.</translation>
    </message>
    <message>
        <source>Restores what the mask covers.</source>
        <translation>Restauriert, was die Maske bedeckt.</translation>
    </message>
    <message>
        <source>Putting together what you chose ...</source>
        <translation>Setzt zusammen, was Sie gewählt haben ...</translation>
    </message>
    <message>
        <source>Made in {seconds} s, without a network.</source>
        <translation>In {seconds} s ohne Netz erstellt.</translation>
    </message>
    <message>
        <source>Made in {seconds} s.</source>
        <translation>In {seconds} s erstellt.</translation>
    </message>
    <message>
        <source>Result of seed {seed}, made in {seconds} s.</source>
        <translation>Ergebnis mit Startwert {seed}, erzeugt in {seconds} s.</translation>
    </message>
    <message>
        <source>Mix of {seeds}, made in {seconds} s.</source>
        <translation>Mischung aus {seeds}, in {seconds} s entstanden.</translation>
    </message>
    <message>
        <source>The mask or the layout changed since this result: generate again.</source>
        <translation>Maske oder Layout haben sich seit diesem Ergebnis geändert: noch einmal erzeugen.</translation>
    </message>
</context>
<context>
    <name>RestoreTasks</name>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>This face is skipped</source>
        <translation>Dieses Gesicht wird übersprungen</translation>
    </message>
    <message>
        <source>Switch it on in the list of faces to restore it.</source>
        <translation>In der Liste der Gesichter einschalten, um es zu restaurieren.</translation>
    </message>
    <message>
        <source>Redo face</source>
        <translation>Gesicht neu erzeugen</translation>
    </message>
    <message>
        <source>Return to result {number}</source>
        <translation>Zurück zu Ergebnis {number}</translation>
    </message>
    <message>
        <source>Not all of it lies in a face</source>
        <translation>Nicht alles davon liegt in einem Gesicht</translation>
    </message>
    <message>
        <source>Made with a smaller setting</source>
        <translation>Mit kleinerer Einstellung erzeugt</translation>
    </message>
    <message>
        <source>The photo is as it was, but for what was filled by hand. Earlier results stay in the strip.</source>
        <translation>Das Foto ist wie zuvor, bis auf von Hand Gefülltes. Frühere Ergebnisse bleiben in der Leiste.</translation>
    </message>
    <message>
        <source>Nothing is masked any more</source>
        <translation>Es ist nichts mehr maskiert</translation>
    </message>
    <message>
        <source>There is nothing to restore</source>
        <translation>Es gibt nichts zu restaurieren</translation>
    </message>
    <message>
        <source>Paint over the damage with the brush (B) first.</source>
        <translation>Zuerst den Schaden mit dem Pinsel übermalen (B).</translation>
    </message>
    <message>
        <source>This way of restoring gives one result. Another mask, or another way, gives another one.</source>
        <translation>Diese Art zu restaurieren gibt ein Ergebnis. Eine andere Maske oder eine andere Art gibt ein anderes.</translation>
    </message>
    <message>
        <source>This is the result</source>
        <translation>Das ist das Ergebnis</translation>
    </message>
    <message>
        <source>Seed {seed} gives the result that you see. Another seed gives another version.</source>
        <translation>Startwert {seed} gibt das Ergebnis, das Sie sehen. Ein anderer gibt eine andere Variante.</translation>
    </message>
    <message>
        <source>Generate with seed {seed}</source>
        <translation>Mit Startwert {seed} erzeugen</translation>
    </message>
    <message>
        <source>Nobody has looked for them in this photo yet. The result follows by itself.</source>
        <translation>In diesem Foto hat noch niemand danach gesucht. Das Ergebnis folgt von selbst.</translation>
    </message>
    <message>
        <source>Faces are looked for first</source>
        <translation>Zuerst werden Gesichter gesucht</translation>
    </message>
    <message>
        <source>No face has damage for one; the rest was filled from its surroundings.</source>
        <translation>Kein Gesicht hat einen Schaden dafür; der Rest wurde aus seiner Umgebung gefüllt.</translation>
    </message>
    <message>
        <source>No network was needed</source>
        <translation>Kein Netz war nötig</translation>
    </message>
    <message>
        <source>The face has changed, so candidates {before} that it is put together from were made again. They are {now} from now on; the others were made for the face as it was, and are gone.</source>
        <translation>Das Gesicht hat sich geändert; darum wurden die Varianten {before}, aus denen es zusammengesetzt ist, neu gemacht. Sie haben von jetzt an die Nummern {now}; die anderen waren für das Gesicht, wie es war, und sind fort.</translation>
    </message>
    <message>
        <source>Candidates have other numbers</source>
        <translation>Varianten haben andere Nummern</translation>
    </message>
    <message>
        <source>Use seed {seed}</source>
        <translation>Startwert {seed} verwenden</translation>
    </message>
    <message>
        <source>A face keeps the parts that you chose; seed {seed} is among its candidates.</source>
        <translation>Ein Gesicht behält die gewählten Teile; Startwert {seed} ist unter seinen Varianten.</translation>
    </message>
    <message>
        <source>Your choice stays</source>
        <translation>Die Auswahl bleibt</translation>
    </message>
    <message>
        <source>Use seed {seed} for all of it</source>
        <translation>Startwert {seed} für alles verwenden</translation>
    </message>
</context>
<context>
    <name>RestorerCards</name>
    <message>
        <source>Ways to restore</source>
        <translation>Arten der Restaurierung</translation>
    </message>
</context>
<context>
    <name>Restorers</name>
    <message>
        <source>Faces by layout</source>
        <translation>Gesichter nach Layout</translation>
    </message>
    <message>
        <source>Chosen by the damage</source>
        <translation>Nach dem Schaden gewählt</translation>
    </message>
    <message>
        <source>Whole photo (IN2)</source>
        <translation>Ganzes Foto (IN2)</translation>
    </message>
    <message>
        <source>Faces by a prior (ISFRNet)</source>
        <translation>Gesichter aus Vorwissen (ISFRNet)</translation>
    </message>
    <message>
        <source>Surroundings (Telea)</source>
        <translation>Umgebung (Telea)</translation>
    </message>
    <message>
        <source>Surroundings (Navier-Stokes)</source>
        <translation>Umgebung (Navier-Stokes)</translation>
    </message>
    <message>
        <source>Surroundings (membrane)</source>
        <translation>Umgebung (Membran)</translation>
    </message>
</context>
<context>
    <name>RestorersButton</name>
    <message>
        <source>Ways to restore</source>
        <translation>Arten der Restaurierung</translation>
    </message>
    <message>
        <source>Of several, each photo gets a result by each</source>
        <translation>Bei mehreren bekommt jedes Foto von jeder ein Ergebnis</translation>
    </message>
    <message>
        <source>No way to restore</source>
        <translation>Keine Art der Restaurierung</translation>
    </message>
</context>
<context>
    <name>SaveAsDialog</name>
    <message>
        <source>WebP, lossless</source>
        <translation>WebP, verlustfrei</translation>
    </message>
    <message>
        <source>Save the restored photo</source>
        <translation>Restauriertes Foto speichern</translation>
    </message>
    <message>
        <source>Browse...</source>
        <translation>Durchsuchen...</translation>
    </message>
    <message>
        <source>Without compression: larger, but written faster</source>
        <translation>Ohne Kompression: größer, aber schneller geschrieben</translation>
    </message>
    <message>
        <source>As the scan lies, all of it</source>
        <translation>Wie der Scan liegt, ganz</translation>
    </message>
    <message>
        <source>As viewed: {what}</source>
        <translation>Wie gezeigt: {what}</translation>
    </message>
    <message>
        <source>Keep all that the photo says</source>
        <translation>Alles bewahren, was das Foto angibt</translation>
    </message>
    <message>
        <source>Only colour profile and resolution</source>
        <translation>Nur Farbprofil und Auflösung</translation>
    </message>
    <message>
        <source>Say in the file that it was restored</source>
        <translation>In der Datei angeben, dass sie restauriert wurde</translation>
    </message>
    <message>
        <source>IPTC&apos;s DigitalSourceType in the XMP: parts of the picture were made by an algorithm</source>
        <translation>DigitalSourceType von IPTC im XMP: Teile des Bildes hat ein Algorithmus erzeugt</translation>
    </message>
    <message>
        <source>Write the record of what was done beside it (.json)</source>
        <translation>Den Bericht über das Getane daneben schreiben (.json)</translation>
    </message>
    <message>
        <source>Hashes of the source, mask and layout, seed and networks: the result can be checked</source>
        <translation>Hashes von Quelle, Maske und Layout, Startwert und Netze: Das Ergebnis ist nachprüfbar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Date&amp;i</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>Farb&amp;tiefe</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</source>
        <translation>Fotos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>{name} exists. Replace it?</source>
        <translation>{name} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>8 bit, as the photo</source>
        <translation>8 Bit, wie das Foto</translation>
    </message>
    <message>
        <source>16 bit, as the photo</source>
        <translation>16 Bit, wie das Foto</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>This is the original, which is never overwritten. Choose another name.</source>
        <translation>Das ist das Original, das nie überschrieben wird. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>JPEG changes every pixel a little, also where nothing was restored.</source>
        <translation>JPEG ändert jedes Pixel ein wenig, auch wo nichts restauriert wurde.</translation>
    </message>
    <message>
        <source>With 8 bits the untouched pixels are rounded.</source>
        <translation>Mit 8 Bit werden die unberührten Pixel gerundet.</translation>
    </message>
    <message>
        <source>Straightening resamples every pixel, once.</source>
        <translation>Das Geraderichten berechnet jeden Pixel einmal neu.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand is that of the scan, bit for bit, in its new place.</source>
        <translation>Was weder maskiert noch von Hand gefüllt ist, ist Bit für Bit das des Scans, an seinem neuen Ort.</translation>
    </message>
    <message>
        <source>What you neither masked nor filled by hand stays as it was, bit for bit.</source>
        <translation>Was weder maskiert noch von Hand gefüllt ist, bleibt Bit für Bit, wie es war.</translation>
    </message>
    <message>
        <source>Nothing in the file will say that parts of it were invented.</source>
        <translation>Nichts in der Datei wird sagen, dass Teile davon erfunden sind.</translation>
    </message>
    <message>
        <source>turned by {angle}</source>
        <translation>um {angle} gedreht</translation>
    </message>
    <message>
        <source>straightened by {angle}</source>
        <translation>um {angle} gerade gerichtet</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>Add to the mask</source>
        <translation>Zur Maske hinzufügen</translation>
    </message>
    <message>
        <source>Take from the mask</source>
        <translation>Von der Maske wegnehmen</translation>
    </message>
    <message>
        <source>Keep only what is inside</source>
        <translation>Nur das Innere behalten</translation>
    </message>
    <message>
        <source>What the shape does</source>
        <translation>Was die Form tut</translation>
    </message>
    <message>
        <source>What is drawn does this to the mask; with Alt or the right button it takes away</source>
        <translation>Was gezeichnet wird, tut dies mit der Maske; mit Alt oder der rechten Taste nimmt es weg</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
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
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>&amp;In addition</source>
        <translation>&amp;Zusätzlich</translation>
    </message>
    <message>
        <source>Keep the present keys beside the new ones</source>
        <translation>Die bisherigen Tasten neben den neuen behalten</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Leave the chosen row without keys</source>
        <translation>Die gewählte Zeile ohne Tasten lassen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Give the chosen row its first keys again</source>
        <translation>Der gewählten Zeile ihre ursprünglichen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Give the keys to the chosen row</source>
        <translation>Die Tasten der gewählten Zeile geben</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Lea&amp;ve them</source>
        <translation>&amp;Belassen</translation>
    </message>
    <message>
        <source>Reset &amp;all...</source>
        <translation>&amp;Alle zurücksetzen...</translation>
    </message>
    <message>
        <source>Give every row its first keys again</source>
        <translation>Jeder Zeile ihre ursprünglichen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation>&amp;Neue Tasten</translation>
    </message>
    <message>
        <source>Choose the field and press the new keys.</source>
        <translation>Das Feld wählen und die neuen Tasten drücken.</translation>
    </message>
    <message>
        <source>What the canvas does with pointer and arrow keys stays as it is.</source>
        <translation>Was die Zeichenfläche mit Zeiger und Pfeiltasten tut, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{keys} is reserved: it opens the menu {menu}.</source>
        <translation>{keys} ist vergeben: öffnet das Menü {menu}.</translation>
    </message>
    <message>
        <source>It has these keys already.</source>
        <translation>Es hat diese Tasten schon.</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} gehört zu „{action}“.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Geändert.</translation>
    </message>
    <message>
        <source>Give every action its first keys again?</source>
        <translation>Jeder Aktion ihre ursprünglichen Tasten zurückgeben?</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>SmartEdgePage</name>
    <message>
        <source>What the line goes to</source>
        <translation>Woran sich die Linie legt</translation>
    </message>
    <message>
        <source>Edges follow an outline; areas take small patches of one colour as a whole</source>
        <translation>Kanten folgen einem Umriss; Flächen nehmen kleine Stücke einer Farbe als Ganzes</translation>
    </message>
    <message>
        <source>Edges near the line</source>
        <translation>Kanten nahe der Linie</translation>
    </message>
    <message>
        <source>Areas of one colour</source>
        <translation>Flächen einer Farbe</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgt</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Netze werden geladen</translation>
    </message>
    <message>
        <source>Cutting out the face</source>
        <translation>Gesicht wird ausgeschnitten</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Predicting the layout</source>
        <translation>Layout wird vorhergesagt</translation>
    </message>
    <message>
        <source>Painting texture</source>
        <translation>Textur wird gemalt</translation>
    </message>
    <message>
        <source>Painting the photo</source>
        <translation>Das Foto wird gemalt</translation>
    </message>
    <message>
        <source>Putting it into the photo</source>
        <translation>Wird ins Foto eingesetzt</translation>
    </message>
    <message>
        <source>Preparing the picture</source>
        <translation>Bild wird vorbereitet</translation>
    </message>
    <message>
        <source>Changing the mask</source>
        <translation>Maske wird geändert</translation>
    </message>
    <message>
        <source>Finding the edge</source>
        <translation>Kante wird gesucht</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Schäden werden gesucht</translation>
    </message>
    <message>
        <source>Looking for the person</source>
        <translation>Die Person wird gesucht</translation>
    </message>
    <message>
        <source>Comparing faces</source>
        <translation>Gesichter werden verglichen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Looking for unsaved work</source>
        <translation>Ungesicherte Arbeit wird gesucht</translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation>Die Installation wird geprüft</translation>
    </message>
    <message>
        <source>Making the sample portrait</source>
        <translation>Beispielporträt wird erzeugt</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the work under way (Esc)</source>
        <translation>Laufende Arbeit anhalten (Esc)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Class under the pointer</source>
        <translation>Klasse unter dem Zeiger</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Rotation of the view</source>
        <translation>Drehung der Ansicht</translation>
    </message>
    <message>
        <source>By how much the view is rotated; the photo is not</source>
        <translation>Um wie viel die Ansicht gedreht ist; das Foto ist es nicht</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Networks not loaded</source>
        <translation>Netze nicht geladen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit grey</source>
        <translation>{width} x {height}, {bits} Bit Grau</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit RGB</source>
        <translation>{width} x {height}, {bits} Bit RGB</translation>
    </message>
    <message>
        <source>{width} x {height} of {scan}</source>
        <translation>{width} x {height} von {scan}</translation>
    </message>
    <message>
        <source>What is seen of the scan, turned, straightened and cropped</source>
        <translation>Was vom Scan zu sehen ist, gedreht, gerade gerichtet und zugeschnitten</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gesichert</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Sichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>{device}, weights for paid work</source>
        <translation>{device}, Gewichte für bezahlte Arbeit</translation>
    </message>
    <message>
        <source>FACERESTORE_WEIGHTS chose the weights that may be used for paid work.</source>
        <translation>FACERESTORE_WEIGHTS hat die Gewichte gewählt, die für bezahlte Arbeit verwendet werden dürfen.</translation>
    </message>
    <message>
        <source>The preferences chose the weights that may be used for paid work.</source>
        <translation>Die Einstellungen haben die Gewichte gewählt, die für bezahlte Arbeit verwendet werden dürfen.</translation>
    </message>
    <message>
        <source>{held} GB, {free} GB free</source>
        <translation>{held} GB, {free} GB frei</translation>
    </message>
    <message>
        <source>Main memory that the window and the process of the networks hold, and what is free</source>
        <translation>Arbeitsspeicher, den das Fenster und der Prozess der Netze belegen, und was frei ist</translation>
    </message>
    <message>
        <source>{stage} ...  {since}</source>
        <translation>{stage} ...  {since}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, about {left} left</source>
        <translation>{stage} ...  {since}, noch etwa {left}</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, nearly done</source>
        <translation>{stage} ...  {since}, fast fertig</translation>
    </message>
    <message>
        <source>{stage} ...  {since}, longer than the last times</source>
        <translation>{stage} ...  {since}, länger als die letzten Male</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Reject all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>Take or refuse</source>
        <translation>Aus- oder abwählen</translation>
    </message>
    <message>
        <source>Take a kind</source>
        <translation>Eine Art auswählen</translation>
    </message>
    <message>
        <source>Refuse a kind</source>
        <translation>Eine Art abwählen</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Stutzen</translation>
    </message>
</context>
<context>
    <name>SuggestionsBar</name>
    <message>
        <source>Suggested damage</source>
        <translation>Vorgeschlagene Schäden</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Take or refuse all suggestions of a kind</source>
        <translation>Alle Vorschläge einer Art aus- oder abwählen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>{taken} of {shown} suggestions taken</source>
        <translation>{taken} von {shown} Vorschlägen ausgewählt</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>{kind}: {taken} of {shown}</source>
        <translation>{kind}: {taken} von {shown}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Show only what is as sure as this. By itself only what is certain, from 85%, is taken.</source>
        <translation>Nur zeigen, was mindestens so sicher ist. Von selbst wird nur das Sichere ab 85 % genommen.</translation>
    </message>
    <message>
        <source>Shortest suggestion in pixels</source>
        <translation>Kürzester Vorschlag in Pixeln</translation>
    </message>
    <message>
        <source>Longest suggestion in pixels</source>
        <translation>Längster Vorschlag in Pixeln</translation>
    </message>
    <message>
        <source>Length in px</source>
        <translation>Länge in px</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Largest speck of dust in pixels</source>
        <translation>Größtes Staubkorn in Pixeln</translation>
    </message>
    <message>
        <source>Larger specks are no dust and are not suggested; holds for the next search</source>
        <translation>Größere Flecken sind kein Staub und werden nicht vorgeschlagen; gilt für die nächste Suche</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Schäden finden</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>Largest dust</source>
        <translation>Größter Staub</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Show only what is as long as this in the photo; the rest is not accepted</source>
        <translation>Nur zeigen, was im Foto so lang ist; der Rest wird nicht angenommen</translation>
    </message>
    <message>
        <source>Looks for scratches, creases, dust, stains and tears.</source>
        <translation>Sucht Kratzer, Knicke, Staub, Flecken und Risse.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken. Click one to refuse or take it.</source>
        <translation>{taken} von {shown} ausgewählt. Anklicken, um abzuwählen oder auszuwählen.</translation>
    </message>
    <message>
        <source>{taken} of {shown} taken: {kinds}. Click one to refuse or take it.</source>
        <translation>{taken} von {shown} ausgewählt: {kinds}. Anklicken, um abzuwählen oder auszuwählen.</translation>
    </message>
</context>
<context>
    <name>TermsNotice</name>
    <message>
        <source>{terms} About (Help menu) says it at any time.</source>
        <translation>{terms} „Über“ (Menü Hilfe) sagt es jederzeit.</translation>
    </message>
    <message>
        <source>Before the first restoration</source>
        <translation>Vor der ersten Restaurierung</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Ich habe das gelesen</translation>
    </message>
</context>
<context>
    <name>ToolSection</name>
    <message>
        <source>Hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Trace scratch</source>
        <translation>Kratzer nachziehen</translation>
    </message>
    <message>
        <source>Suggested damage</source>
        <translation>Vorgeschlagene Schäden</translation>
    </message>
    <message>
        <source>Heal brush</source>
        <translation>Reparaturpinsel</translation>
    </message>
    <message>
        <source>Clone brush</source>
        <translation>Kopierpinsel</translation>
    </message>
    <message>
        <source>Class brush</source>
        <translation>Klassenpinsel</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Eyedropper</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Class polygon</source>
        <translation>Klassenpolygon</translation>
    </message>
    <message>
        <source>Smart edge</source>
        <translation>Intelligente Kante</translation>
    </message>
    <message>
        <source>Move part</source>
        <translation>Teil verschieben</translation>
    </message>
    <message>
        <source>Candidate brush</source>
        <translation>Variantenpinsel</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>Gesichtspunkte</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>A short tour shows the three steps of a restoration on a sample portrait. Help has it, too.</source>
        <translation>Ein kurzer Rundgang zeigt die drei Schritte einer Restaurierung an einem Beispielporträt. Er steht auch im Menü Hilfe.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Rundgang beginnen</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nein danke</translation>
    </message>
    <message>
        <source>1 of 3: Paint over the damage</source>
        <translation>1 von 3: Den Schaden übermalen</translation>
    </message>
    <message>
        <source>A crack runs through this portrait. Paint over it with the brush, from edge to edge and a little beyond; what you do not paint over stays as it is, bit for bit. The keyboard comes here, and back, by View &gt; Next panel{keys}.</source>
        <translation>Ein Riss läuft durch dieses Porträt. Mit dem Pinsel übermalen, von Rand zu Rand und etwas darüber hinaus; was nicht übermalt wird, bleibt Bit für Bit, wie es ist. Die Tastatur kommt hierher und zurück mit Ansicht &gt; Nächster Bereich{keys}.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Paint it for me</source>
        <translation>Für mich übermalen</translation>
    </message>
    <message>
        <source>The layout says which part of the face each pixel is, also under the damage. Press Predict and look at it.</source>
        <translation>Das Layout sagt, zu welchem Teil des Gesichts jedes Pixel gehört, auch unter dem Schaden. „Vorhersagen“ drücken und es ansehen.</translation>
    </message>
    <message>
        <source>Predict it</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Is a part of the face where it does not belong? Choose its class in the legend and paint it right, with the class brush. The restoration follows what you paint.</source>
        <translation>Ist ein Teil des Gesichts, wo er nicht hingehört? Seine Klasse in der Legende wählen und ihn mit dem Klassenpinsel richtig malen. Die Restaurierung folgt dem Gemalten.</translation>
    </message>
    <message>
        <source>2 of 3: Look at the layout, and correct it</source>
        <translation>2 von 3: Das Layout ansehen und korrigieren</translation>
    </message>
    <message>
        <source>3 of 3: Generate and compare</source>
        <translation>3 von 3: Erzeugen und vergleichen</translation>
    </message>
    <message>
        <source>Generate restores what the mask covers. Other seeds give other versions.</source>
        <translation>„Erzeugen“ restauriert, was die Maske bedeckt. Andere Startwerte ergeben andere Varianten.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Before and after: drag the divider. What was painted over is invented: plausible, but not how it was. The view menu shows which parts are.</source>
        <translation>Vorher und nachher: die Trennlinie ziehen. Was übermalt war, ist erfunden: plausibel, aber nicht, wie es war. Das Menü Ansicht zeigt, welche Teile das sind.</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>changes to the mask</source>
        <translation>Änderungen an der Maske</translation>
    </message>
    <message>
        <source>what was filled by hand</source>
        <translation>was von Hand gefüllt wurde</translation>
    </message>
    <message>
        <source>changes to the faces and their layout</source>
        <translation>Änderungen an den Gesichtern und ihrem Layout</translation>
    </message>
    <message>
        <source>how the photo is turned and cropped</source>
        <translation>wie das Foto gedreht und zugeschnitten ist</translation>
    </message>
    <message>
        <source>the restored photo</source>
        <translation>das restaurierte Foto</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is kept when the project is saved again after a change.</source>
        <translation>Eine Version entsteht, wenn das Projekt nach einer Änderung erneut gespeichert wird.</translation>
    </message>
    <message>
        <source>There is no earlier version</source>
        <translation>Es gibt keine frühere Version</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Open an earlier version</source>
        <translation>Frühere Version öffnen</translation>
    </message>
    <message>
        <source>{name} as it was saved before. Opening a version changes no file.</source>
        <translation>{name}, wie es früher gespeichert war. Eine Version zu öffnen ändert keine Datei.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Versionen</translation>
    </message>
    <message>
        <source>Saved {date} at {time}, {size}</source>
        <translation>Gespeichert am {date} um {time}, {size}</translation>
    </message>
</context>
<context>
    <name>WandPage</name>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>How far a colour may be from the clicked one: 1 is hardly seen, 100 is black and white</source>
        <translation>Wie weit eine Farbe von der angeklickten abweichen darf: 1 ist kaum zu sehen, 100 ist Schwarz und Weiß</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Nur Zusammenhängendes</translation>
    </message>
    <message>
        <source>Only what is connected to the clicked place; else all of that colour in the photo</source>
        <translation>Nur was mit der angeklickten Stelle zusammenhängt; sonst alles dieser Farbe im Foto</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>Hier ein Porträt ablegen</translation>
    </message>
    <message>
        <source>PNG, TIFF, JPEG or WebP, 8 or 16 bit, colour or grey</source>
        <translation>PNG, TIFF, JPEG oder WebP, 8 oder 16 Bit, Farbe oder Grau</translation>
    </message>
    <message>
        <source>Open a portrait...</source>
        <translation>Porträt öffnen...</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>ZoomField</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The zoom: choose it, or type percent and press Enter</source>
        <translation>Der Zoom: auswählen, oder Prozent eingeben und die Eingabetaste drücken</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{kind}, {x} from the left, {y} from the top; in {seen} of {searched} scans</source>
        <translation>{kind}, {x} von links, {y} von oben; in {seen} von {searched} Scans</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>No damage</source>
        <translation>Kein Schaden</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
</context>
</TS>
