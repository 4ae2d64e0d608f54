<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ActWords</name>
    <message>
        <source>Case opened</source>
        <translation>Vorgang eröffnet</translation>
    </message>
    <message>
        <source>Case paused</source>
        <translation>Vorgang pausiert</translation>
    </message>
    <message>
        <source>Case taken up again</source>
        <translation>Vorgang wieder aufgenommen</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Vorgang abgeschlossen</translation>
    </message>
    <message>
        <source>Request recorded</source>
        <translation>Anfrage festgehalten</translation>
    </message>
    <message>
        <source>Caller verified</source>
        <translation>Anrufer geprüft</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Notiz geschrieben</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>Note pinned</source>
        <translation>Notiz angeheftet</translation>
    </message>
    <message>
        <source>Note unpinned</source>
        <translation>Notiz gelöst</translation>
    </message>
    <message>
        <source>Dispatch released</source>
        <translation>Aussendung freigegeben</translation>
    </message>
    <message>
        <source>Dispatch stopped</source>
        <translation>Aussendung gestoppt</translation>
    </message>
    <message>
        <source>Dispatch paused</source>
        <translation>Aussendung pausiert</translation>
    </message>
    <message>
        <source>Dispatch resumed</source>
        <translation>Aussendung fortgesetzt</translation>
    </message>
    <message>
        <source>Unclear SMS judged as sent</source>
        <translation>Unklare SMS als gesendet beurteilt</translation>
    </message>
    <message>
        <source>Sending resumed for the account</source>
        <translation>Senden für das Konto wieder aufgenommen</translation>
    </message>
    <message>
        <source>List exported</source>
        <translation>Liste exportiert</translation>
    </message>
    <message>
        <source>Exports imported</source>
        <translation>Exporte eingelesen</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Working</source>
        <translation>Wird bearbeitet</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>stops as well</source>
        <translation>stoppt auch</translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>Etwas Unerwartetes ist geschehen.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it happens once more, copy the details.</source>
        <translation>Nichts ist verloren. Versuchen Sie es noch einmal; kommt es wieder vor, kopieren Sie die Details.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {place}</source>
        <translation>Die Datenbank ist nicht erreichbar: {place}</translation>
    </message>
    <message>
        <source>Check the network and the address, then try again. Nothing is lost.</source>
        <translation>Prüfen Sie Netzwerk und Adresse und versuchen Sie es dann noch einmal. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The database is damaged: {place}</source>
        <translation>Die Datenbank ist beschädigt: {place}</translation>
    </message>
    <message>
        <source>The file was not changed. Put it aside and restore the last backup beside it.</source>
        <translation>Die Datei wurde nicht verändert. Legen Sie sie beiseite und stellen Sie die letzte Sicherung daneben wieder her.</translation>
    </message>
    <message>
        <source>Another program is using the database.</source>
        <translation>Ein anderes Programm benutzt gerade die Datenbank.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. Nothing was changed.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database may not be written: {place}</source>
        <translation>Die Datenbank darf nicht beschrieben werden: {place}</translation>
    </message>
    <message>
        <source>Ask for the right to write there. Nothing was changed.</source>
        <translation>Lassen Sie sich das Recht geben, dort zu schreiben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database was made by a newer program: {place}</source>
        <translation>Die Datenbank stammt von einem neueren Programm: {place}</translation>
    </message>
    <message>
        <source>Update Solution Desk on this computer.</source>
        <translation>Aktualisieren Sie Solution Desk auf diesem Computer.</translation>
    </message>
    <message>
        <source>There is no room left on the disk: {place}</source>
        <translation>Auf dem Datenträger ist kein Platz mehr: {place}</translation>
    </message>
    <message>
        <source>Make room and try again. Everything saved before is still there.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal. Alles vorher Gespeicherte ist noch da.</translation>
    </message>
    <message>
        <source>The database cannot be used: {place}</source>
        <translation>Die Datenbank kann nicht benutzt werden: {place}</translation>
    </message>
    <message>
        <source>Try again. Nothing was changed.</source>
        <translation>Versuchen Sie es noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file is larger than the desk reads: {path}</source>
        <translation>Die Datei ist größer, als das Programm liest: {path}</translation>
    </message>
    <message>
        <source>Split it into several files. Nothing was read.</source>
        <translation>Teilen Sie sie in mehrere Dateien. Nichts wurde eingelesen.</translation>
    </message>
    <message>
        <source>The columns of this file are not known: {path}</source>
        <translation>Die Spalten dieser Datei sind nicht bekannt: {path}</translation>
    </message>
    <message>
        <source>Choose an export of customers, services, SIM cards, contacts or traffic.</source>
        <translation>Wählen Sie einen Export von Kunden, Diensten, SIM-Karten, Kontakten oder Verkehr.</translation>
    </message>
    <message>
        <source>The file cannot be read: {path}</source>
        <translation>Die Datei kann nicht gelesen werden: {path}</translation>
    </message>
    <message>
        <source>Check that it is there, whole, and may be opened.</source>
        <translation>Prüfen Sie, ob sie da und vollständig ist und geöffnet werden darf.</translation>
    </message>
    <message>
        <source>The file cannot be written: {path}</source>
        <translation>Die Datei kann nicht geschrieben werden: {path}</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file in the other program.</source>
        <translation>Wählen Sie einen anderen Ordner oder schließen Sie die Datei im anderen Programm.</translation>
    </message>
    <message>
        <source>The text has a placeholder that cannot be filled.</source>
        <translation>Der Text hat einen Platzhalter, der nicht gefüllt werden kann.</translation>
    </message>
    <message>
        <source>Correct the placeholder and try again.</source>
        <translation>Korrigieren Sie den Platzhalter und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This value cannot be used: {field}</source>
        <translation>Dieser Wert ist nicht brauchbar: {field}</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Korrigieren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This input cannot be used.</source>
        <translation>Diese Eingabe ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A colleague may have taken it away. Go back and reload.</source>
        <translation>Vielleicht wurde es inzwischen entfernt. Gehen Sie zurück und laden Sie neu.</translation>
    </message>
    <message>
        <source>A colleague has changed this meanwhile.</source>
        <translation>Jemand anderer hat das inzwischen geändert.</translation>
    </message>
    <message>
        <source>Reload to see it; what you typed is still here.</source>
        <translation>Laden Sie neu, um es zu sehen; Ihre Eingabe ist noch da.</translation>
    </message>
    <message>
        <source>Without the customer&apos;s request no SMS goes out.</source>
        <translation>Ohne Anfrage des Kunden geht keine SMS hinaus.</translation>
    </message>
    <message>
        <source>Record who asked for it in the step Request.</source>
        <translation>Halten Sie im Schritt Anfrage fest, wer darum gebeten hat.</translation>
    </message>
    <message>
        <source>The service&apos;s sender number is blocked.</source>
        <translation>Die Absendernummer des Dienstes ist gesperrt.</translation>
    </message>
    <message>
        <source>An SMS would lead to a dead number: replace the SIM first.</source>
        <translation>Eine SMS würde zu einer toten Nummer führen: Ersetzen Sie zuerst die SIM-Karte.</translation>
    </message>
    <message>
        <source>Nobody on the list may get an SMS.</source>
        <translation>Niemand auf der Liste darf eine SMS bekommen.</translation>
    </message>
    <message>
        <source>The step Recipients says why for each of them.</source>
        <translation>Der Schritt Empfänger nennt für alle den Grund.</translation>
    </message>
    <message>
        <source>SMS do not go out at this time.</source>
        <translation>Um diese Zeit gehen keine SMS hinaus.</translation>
    </message>
    <message>
        <source>The case can be paused until the sending window opens.</source>
        <translation>Der Vorgang kann ruhen, bis das Sendefenster öffnet.</translation>
    </message>
    <message>
        <source>{recipients} SMS need a second release.</source>
        <translation>{recipients} SMS brauchen eine zweite Freigabe.</translation>
    </message>
    <message>
        <source>Above {limit} recipients a colleague releases as well.</source>
        <translation>Über {limit} Empfängern gibt auch eine zweite Person frei.</translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation>Das ist im derzeitigen Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>Reload to see what has happened meanwhile.</source>
        <translation>Laden Sie neu, um zu sehen, was inzwischen geschehen ist.</translation>
    </message>
    <message>
        <source>A rule of the house does not allow this.</source>
        <translation>Eine Regel des Hauses lässt das nicht zu.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The gateway {gateway} cannot be reached.</source>
        <translation>Das Gateway {gateway} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>No SMS has left. Check the network and the address in the settings.</source>
        <translation>Keine SMS ist hinausgegangen. Prüfen Sie das Netzwerk und die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>The gateway {gateway} refuses this account ({code}).</source>
        <translation>Das Gateway {gateway} lehnt dieses Konto ab ({code}).</translation>
    </message>
    <message>
        <source>Sending is paused. Check user name and password in the settings.</source>
        <translation>Das Senden ist pausiert. Prüfen Sie Benutzername und Passwort in den Einstellungen.</translation>
    </message>
    <message>
        <source>The address of the gateway is not secure.</source>
        <translation>Die Adresse des Gateways ist nicht sicher.</translation>
    </message>
    <message>
        <source>Use an address that begins with https.</source>
        <translation>Verwenden Sie eine Adresse, die mit https beginnt.</translation>
    </message>
    <message>
        <source>The gateway {gateway} cannot be used now.</source>
        <translation>Das Gateway {gateway} ist zurzeit nicht benutzbar.</translation>
    </message>
    <message>
        <source>Sending is paused. Nothing is sent twice.</source>
        <translation>Das Senden ist pausiert. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>The password of the gateway is missing.</source>
        <translation>Das Passwort des Gateways fehlt.</translation>
    </message>
    <message>
        <source>Enter it in the settings; it is kept in the keyring.</source>
        <translation>Geben Sie es in den Einstellungen ein; es wird im Schlüsselbund verwahrt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>Das hat nicht funktioniert.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today {}</source>
        <translation>heute {}</translation>
    </message>
    <message>
        <source>tomorrow {}</source>
        <translation>morgen {}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>{} seconds</source>
        <translation>{} Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>{} minutes</source>
        <translation>{} Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>{} hours</source>
        <translation>{} Stunden</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Note, saved as you type</source>
        <translation>Notiz, wird beim Tippen gespeichert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>PhonePreview</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>SayPanel</name>
    <message>
        <source>Say</source>
        <translation>Sagen</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Number, name, customer number, ICCID …</source>
        <translation>Nummer, Name, Kundennummer, ICCID …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Search hits</source>
        <translation>Suchtreffer</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>start case</source>
        <translation>Vorgang starten</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Fold or unfold the side bar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Blank the window</source>
        <translation>Fenster verdecken</translation>
    </message>
    <message>
        <source>Call {}</source>
        <translation>Anruf {}</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Kein Anruf</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>re-registration pending</source>
        <translation>Neuanmeldung offen</translation>
    </message>
    <message>
        <source>unsubscribed</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>auf Lager</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>verwarnt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ausgemustert</translation>
    </message>
    <message>
        <source>sign-up reminder</source>
        <translation>Anmelde-Erinnerung</translation>
    </message>
    <message>
        <source>number change</source>
        <translation>Nummernwechsel</translation>
    </message>
    <message>
        <source>frequency question</source>
        <translation>Frage zur Häufigkeit</translation>
    </message>
    <message>
        <source>other request</source>
        <translation>sonstige Anfrage</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>caller verified</source>
        <translation>Anrufer geprüft</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>vorbereitet</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>Vertrieb</translation>
    </message>
    <message>
        <source>call back on the stored number</source>
        <translation>Rückruf an die hinterlegte Nummer</translation>
    </message>
    <message>
        <source>code by SMS</source>
        <translation>Code per SMS</translation>
    </message>
    <message>
        <source>customer PIN</source>
        <translation>Kunden-PIN</translation>
    </message>
    <message>
        <source>known address</source>
        <translation>bekannte Adresse</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>partly verified</source>
        <translation>teilweise geprüft</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being handed over</source>
        <translation>wird übergeben</translation>
    </message>
    <message>
        <source>at the gateway</source>
        <translation>beim Gateway</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>registered meanwhile</source>
        <translation>inzwischen angemeldet</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>sender number is blocked</source>
        <translation>Absendernummer ist gesperrt</translation>
    </message>
    <message>
        <source>no sender number</source>
        <translation>keine Absendernummer</translation>
    </message>
    <message>
        <source>not a mobile number</source>
        <translation>keine Handynummer</translation>
    </message>
    <message>
        <source>other country</source>
        <translation>anderes Land</translation>
    </message>
    <message>
        <source>number is in the list twice</source>
        <translation>Nummer steht doppelt in der Liste</translation>
    </message>
    <message>
        <source>sign-up too old</source>
        <translation>Anmeldung zu alt</translation>
    </message>
    <message>
        <source>sign-up too recent</source>
        <translation>Anmeldung zu neu</translation>
    </message>
    <message>
        <source>reminded often enough</source>
        <translation>oft genug erinnert</translation>
    </message>
    <message>
        <source>reminded recently</source>
        <translation>kürzlich erinnert</translation>
    </message>
    <message>
        <source>deselected</source>
        <translation>abgewählt</translation>
    </message>
</context>
</TS>
