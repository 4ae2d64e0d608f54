<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AbandonDialog</name>
    <message>
        <source>Close case</source>
        <translation>Vorgang schließen</translation>
    </message>
    <message>
        <source>Close this case without sending?</source>
        <translation>Diesen Vorgang ohne Versand schließen?</translation>
    </message>
    <message>
        <source>It stays readable, but nothing more can be done on it.</source>
        <translation>Er bleibt lesbar, aber es lässt sich nichts mehr daran tun.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>This is being written down</source>
        <translation>Wird gerade festgehalten</translation>
    </message>
</context>
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
        <source>Case taken over</source>
        <translation>Vorgang übernommen</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Vorgang abgeschlossen</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>Wiedervorlage erledigt</translation>
    </message>
    <message>
        <source>Follow-up on another day</source>
        <translation>Wiedervorlage an einem anderen Tag</translation>
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
        <source>PIN set</source>
        <translation>PIN festgelegt</translation>
    </message>
    <message>
        <source>PIN changed</source>
        <translation>PIN geändert</translation>
    </message>
    <message>
        <source>PIN taken away</source>
        <translation>PIN entfernt</translation>
    </message>
    <message>
        <source>PIN checked</source>
        <translation>PIN geprüft</translation>
    </message>
    <message>
        <source>Code sent by SMS</source>
        <translation>Code per SMS gesendet</translation>
    </message>
    <message>
        <source>Code checked</source>
        <translation>Code geprüft</translation>
    </message>
    <message>
        <source>Test SMS with the new number</source>
        <translation>Test-SMS mit der neuen Nummer</translation>
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
        <source>Sending frozen: restored database</source>
        <translation>Versand eingefroren: Datenbank wiederhergestellt</translation>
    </message>
    <message>
        <source>Frozen sending released</source>
        <translation>Eingefrorener Versand freigegeben</translation>
    </message>
    <message>
        <source>Unclear SMS sent once more</source>
        <translation>Unklare SMS noch einmal gesendet</translation>
    </message>
    <message>
        <source>Unclear SMS written off</source>
        <translation>Unklare SMS abgeschrieben</translation>
    </message>
    <message>
        <source>Number suppressed: reply STOP</source>
        <translation>Nummer gesperrt: Antwort STOP</translation>
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
        <source>Numbers without SMS exported</source>
        <translation>Nummern ohne SMS exportiert</translation>
    </message>
    <message>
        <source>Audit log exported</source>
        <translation>Protokoll exportiert</translation>
    </message>
    <message>
        <source>Frequency test begun</source>
        <translation>Frequenztest begonnen</translation>
    </message>
    <message>
        <source>Arms of a frequency test exported</source>
        <translation>Gruppen eines Frequenztests exportiert</translation>
    </message>
    <message>
        <source>Messages of a frequency test exported</source>
        <translation>Nachrichten eines Frequenztests ausgegeben</translation>
    </message>
    <message>
        <source>Limit of monthly loss changed</source>
        <translation>Grenze der Abmeldungen geändert</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Address for delivery reports made</source>
        <translation>Adresse für Zustellberichte angelegt</translation>
    </message>
    <message>
        <source>Demo made</source>
        <translation>Vorführung angelegt</translation>
    </message>
    <message>
        <source>Books of a dispatch do not add up</source>
        <translation>Bücher einer Aussendung gehen nicht auf</translation>
    </message>
    <message>
        <source>SIM cards added</source>
        <translation>SIM-Karten aufgenommen</translation>
    </message>
    <message>
        <source>Sender number blocked</source>
        <translation>Absendernummer gesperrt</translation>
    </message>
    <message>
        <source>Sender number warned</source>
        <translation>Absendernummer gewarnt</translation>
    </message>
    <message>
        <source>Warning of the sender number is over</source>
        <translation>Warnung der Absendernummer beendet</translation>
    </message>
    <message>
        <source>Block taken back</source>
        <translation>Sperre zurückgenommen</translation>
    </message>
    <message>
        <source>Sender number assigned</source>
        <translation>Absendernummer zugewiesen</translation>
    </message>
    <message>
        <source>Sender number reserved</source>
        <translation>Absendernummer reserviert</translation>
    </message>
    <message>
        <source>Reservation given up</source>
        <translation>Reservierung aufgehoben</translation>
    </message>
    <message>
        <source>SIM card retired</source>
        <translation>SIM-Karte ausgemustert</translation>
    </message>
    <message>
        <source>Contradicting report not taken over</source>
        <translation>Widersprechende Meldung nicht übernommen</translation>
    </message>
    <message>
        <source>Contradicting report taken over</source>
        <translation>Widersprechende Meldung übernommen</translation>
    </message>
    <message>
        <source>SMS template saved</source>
        <translation>SMS-Vorlage gespeichert</translation>
    </message>
    <message>
        <source>SMS template withdrawn</source>
        <translation>SMS-Vorlage zurückgezogen</translation>
    </message>
    <message>
        <source>Exports imported</source>
        <translation>Exporte eingelesen</translation>
    </message>
    <message>
        <source>Backup put back</source>
        <translation>Sicherung eingespielt</translation>
    </message>
</context>
<context>
    <name>AddCardsDialog</name>
    <message numerus="yes">
        <source>%n card(s) can be added</source>
        <translation>
            <numerusform>%n Karte kann eingebucht werden</numerusform>
            <numerusform>%n Karten können eingebucht werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n card(s)</source>
        <translation>
            <numerusform>%n Karte einbuchen</numerusform>
            <numerusform>%n Karten einbuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>und %n weitere Zeile</numerusform>
            <numerusform>und %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) added. What could not be added is still here.</source>
        <translation>
            <numerusform>%n Karte eingebucht. Was nicht ging, steht noch da.</numerusform>
            <numerusform>%n Karten eingebucht. Was nicht ging, steht noch da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add SIM cards</source>
        <translation>SIM-Karten einbuchen</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add SIM cards to the stock</source>
        <translation>SIM-Karten in den Bestand einbuchen</translation>
    </message>
    <message>
        <source>Scan or paste one card a line: ICCID and phone number, then carrier and note if you like. A file of the carrier works as well.</source>
        <translation>Scannen oder einfügen, je Zeile eine Karte: ICCID und Rufnummer, auf Wunsch Netz und Notiz. Auch eine Datei des Netzbetreibers geht.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Delivery (may stay empty)</source>
        <translation>Lieferung (freiwillig)</translation>
    </message>
    <message>
        <source>No line is a card that can be added</source>
        <translation>In keiner Zeile steht eine Karte, die eingebucht werden kann</translation>
    </message>
    <message>
        <source>Line {number}: {problem}</source>
        <translation>Zeile {number}: {problem}</translation>
    </message>
    <message>
        <source>Delivery of SIM cards</source>
        <translation>Lieferung von SIM-Karten</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.txt)</source>
        <translation>Tabellen (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>This is being written down</source>
        <translation>Wird gerade festgehalten</translation>
    </message>
</context>
<context>
    <name>AgentMenu</name>
    <message>
        <source>Another agent …</source>
        <translation>Andere Person am Platz …</translation>
    </message>
    <message>
        <source>Look of the system</source>
        <translation>Aussehen des Systems</translation>
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
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Another agent</source>
        <translation>Andere Person am Platz</translation>
    </message>
    <message>
        <source>Who works at this desk?</source>
        <translation>Wer arbeitet an diesem Platz?</translation>
    </message>
</context>
<context>
    <name>AgreementStep</name>
    <message>
        <source>What is agreed?</source>
        <translation>Was ist vereinbart?</translation>
    </message>
    <message>
        <source>The customer changes how often messages go out</source>
        <translation>Der Kunde ändert, wie oft Nachrichten hinausgehen</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Künftig</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>The customer&apos;s decision</source>
        <translation>Entscheidung des Kunden</translation>
    </message>
    <message>
        <source>How often messages go out then</source>
        <translation>Wie oft Nachrichten dann hinausgehen</translation>
    </message>
    <message>
        <source>First day of the change</source>
        <translation>Erster Tag der Änderung</translation>
    </message>
    <message>
        <source>The days before and after it are compared at the follow-up.</source>
        <translation>Die Tage davor und danach werden bei der Wiedervorlage verglichen.</translation>
    </message>
    <message>
        <source>“Good, then it stays as it is. You can ask again any time.”</source>
        <translation>„Gut, dann bleibt es, wie es ist. Sie können jederzeit wieder fragen.“</translation>
    </message>
    <message>
        <source>“So from **{day}** on: **{often}**. Afterwards we compare what it brought.”</source>
        <translation>„Also ab **{day}**: **{often}**. Danach vergleichen wir, was es gebracht hat.“</translation>
    </message>
    <message>
        <source>“How often do you want to send from now on, and from which day?”</source>
        <translation>„Wie oft wollen Sie künftig senden, und ab welchem Tag?“</translation>
    </message>
</context>
<context>
    <name>Aloud</name>
    <message>
        <source>(your link)</source>
        <translation>(Ihr Link)</translation>
    </message>
</context>
<context>
    <name>AnswerPages</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Tun</translation>
    </message>
    <message>
        <source>How the provider is reached</source>
        <translation>So erreicht man uns</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Own SMS</source>
        <translation>Eigene SMS</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Question or keyword …</source>
        <translation>Frage oder Stichwort …</translation>
    </message>
    <message>
        <source>Search in the answers</source>
        <translation>In den Antworten suchen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>No answer fits these words.</source>
        <translation>Zu diesen Wörtern gibt es keine Antwort.</translation>
    </message>
    <message>
        <source>Fewer or other words find more; an empty field shows all questions.</source>
        <translation>Weniger oder andere Wörter finden mehr; ein leeres Feld zeigt alle Fragen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer copied</source>
        <translation>Antwort kopiert</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>{customer}: number blocked, no replacement yet</source>
        <translation>{customer}: Nummer gesperrt, noch kein Ersatz</translation>
    </message>
    <message>
        <source>{service} · since {since} · {active} active contacts receive nothing</source>
        <translation>{service} · seit {since} · {active} aktive Kontakte erhalten nichts</translation>
    </message>
    <message>
        <source>{customer}: number warned</source>
        <translation>{customer}: Nummer gewarnt</translation>
    </message>
    <message>
        <source>{service} · since {since} · {active} active contacts</source>
        <translation>{service} · seit {since} · {active} aktive Kontakte</translation>
    </message>
    <message>
        <source>Show SIM card</source>
        <translation>SIM zeigen</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Der Versand ist pausiert</translation>
    </message>
    <message>
        <source>The gateway does not take SMS from this account at present</source>
        <translation>Das Gateway nimmt von diesem Konto zurzeit keine SMS an</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>{kind} {number} · no answer from the gateway, nothing is repeated by itself</source>
        <translation>{kind} {number} · keine Antwort vom Gateway, nichts wird von selbst wiederholt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>Set minimum {limit} · {carriers}</source>
        <translation>Mindestbestand {limit} · {carriers}</translation>
    </message>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
    <message>
        <source>The desk keeps what it holds until somebody decides</source>
        <translation>Bis jemand entscheidet, gilt, was hier steht</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>{customer}: contacts do not come back</source>
        <translation>{customer}: Kontakte melden sich nicht neu an</translation>
    </message>
    <message>
        <source>{service} · new number since {since} · {pending} of {before} have not registered again</source>
        <translation>{service} · neue Nummer seit {since} · {pending} von {before} noch nicht neu angemeldet</translation>
    </message>
    <message numerus="yes">
        <source>{customer}: %n SMS unclear</source>
        <translation>
            <numerusform>{customer}: %n SMS unklar</numerusform>
            <numerusform>{customer}: %n SMS unklar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) due today</source>
        <translation>
            <numerusform>%n Vorgang ist heute fällig</numerusform>
            <numerusform>%n Vorgänge sind heute fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SIM stock is low: %n free card(s)</source>
        <translation>
            <numerusform>SIM-Vorrat knapp: %n freie Karte</numerusform>
            <numerusform>SIM-Vorrat knapp: %n freie Karten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) contradict the state of a number</source>
        <translation>
            <numerusform>%n Meldung widerspricht dem Stand einer Nummer</numerusform>
            <numerusform>%n Meldungen widersprechen dem Stand einer Nummer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer Punkt</numerusform>
            <numerusform>%n weitere Punkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditColumns</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>Was und warum</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Customer and case</source>
        <translation>Kunde und Vorgang</translation>
    </message>
    <message>
        <source>Sender (by itself)</source>
        <translation>Versand (von selbst)</translation>
    </message>
    <message>
        <source>The desk itself</source>
        <translation>Das Programm selbst</translation>
    </message>
</context>
<context>
    <name>AuditFacts</name>
    <message>
        <source>Facts erased, their hash still stands</source>
        <translation>Angaben gelöscht, ihr Hash steht noch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Aussendung</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Aussendungen</translation>
    </message>
    <message>
        <source>Text for “du”</source>
        <translation>Text per du</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>Follow-up before</source>
        <translation>Wiedervorlage zuvor</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Former SIM card</source>
        <translation>Frühere SIM-Karte</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Before with</source>
        <translation>Vorher bei</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Delivery report</source>
        <translation>Zustellbericht</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Kundenanfrage</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Second release</source>
        <translation>Zweite Freigabe</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>SIM card</source>
        <translation>SIM-Karte</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation>Testbetrieb</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Frequency test</source>
        <translation>Frequenztest</translation>
    </message>
    <message>
        <source>Became unclear</source>
        <translation>Unklar geworden</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Geprüft durch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Waiting SMS</source>
        <translation>Wartende SMS</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wunsch</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>from … to</source>
        <translation>von … bis</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Every act that changes something. Nothing here can be edited.</source>
        <translation>Jede Handlung, die etwas ändert. Hier lässt sich nichts bearbeiten.</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Save as CSV …</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The first act that changes something appears here.</source>
        <translation>Die erste Handlung, die etwas ändert, erscheint hier.</translation>
    </message>
    <message>
        <source>No entry fits these filters.</source>
        <translation>Kein Eintrag passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Show the whole log</source>
        <translation>Ganzes Protokoll zeigen</translation>
    </message>
    <message>
        <source>{} entry</source>
        <translation>{} Eintrag</translation>
    </message>
    <message>
        <source>{} entries</source>
        <translation>{} Einträge</translation>
    </message>
    <message>
        <source>Something is under way</source>
        <translation>Es läuft gerade etwas</translation>
    </message>
    <message>
        <source>There is nothing to save</source>
        <translation>Es gibt nichts zu speichern</translation>
    </message>
</context>
<context>
    <name>AuditStrip</name>
    <message numerus="yes">
        <source>and at %n more place(s)</source>
        <translation>
            <numerusform>und an %n weiteren Stelle</numerusform>
            <numerusform>und an %n weiteren Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying the log</source>
        <translation>Das Protokoll wird geprüft</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Begin anew from here</source>
        <translation>Ab hier neu beginnen</translation>
    </message>
    <message>
        <source>Save as table</source>
        <translation>Als Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>CSV für Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>audit log {}</source>
        <translation>Protokoll {}</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Die Tabelle wird gespeichert</translation>
    </message>
    <message>
        <source>{} entry saved in</source>
        <translation>{} Eintrag gespeichert in</translation>
    </message>
    <message>
        <source>{} entries saved in</source>
        <translation>{} Einträge gespeichert in</translation>
    </message>
    <message>
        <source>{} of {} entries</source>
        <translation>{} von {} Einträgen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>The log was changed at %n place(s).</source>
        <translation>
            <numerusform>Das Protokoll wurde an %n Stelle verändert.</numerusform>
            <numerusform>Das Protokoll wurde an %n Stellen verändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The facts of %n entry(ies) were erased; the chain covers their hash.</source>
        <translation>
            <numerusform>Die Angaben von %n Eintrag wurden gelöscht; die Kette umfasst ihren Hash.</numerusform>
            <numerusform>Die Angaben von %n Einträgen wurden gelöscht; die Kette umfasst ihre Hashes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log holds: 1 entry, untouched.</source>
        <translation>Das Protokoll ist unversehrt: 1 Eintrag, unberührt.</translation>
    </message>
    <message>
        <source>The log holds: {} entries, each fits to the one before.</source>
        <translation>Das Protokoll ist unversehrt: {} Einträge, jeder passt zum vorigen.</translation>
    </message>
    <message>
        <source>The last entry of the look before is missing: entries were taken away at the end, or an older database was put back.</source>
        <translation>Der letzte Eintrag der vorigen Prüfung fehlt: Am Ende wurden Einträge entfernt, oder eine ältere Datenbank wurde zurückgespielt.</translation>
    </message>
    <message>
        <source>Entry {number} of {moment}: its facts were altered</source>
        <translation>Eintrag {number} vom {moment}: Angaben verändert</translation>
    </message>
    <message>
        <source>Entry {number} of {moment} was altered</source>
        <translation>Eintrag {number} vom {moment} wurde verändert</translation>
    </message>
    <message>
        <source>Entry {number} was inserted, before the one of {moment}</source>
        <translation>Eintrag {number} wurde eingefügt, vor dem vom {moment}</translation>
    </message>
    <message>
        <source>Before entry {number} of {moment} entries were removed</source>
        <translation>Vor Eintrag {number} vom {moment} wurden Einträge entfernt</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
</context>
<context>
    <name>BackupNow</name>
    <message>
        <source>Back up now …</source>
        <translation>Jetzt sichern …</translation>
    </message>
    <message>
        <source>The database is being backed up</source>
        <translation>Die Datenbank wird gesichert</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Backed up; the audit log in it does not hold</source>
        <translation>Gesichert; das Protokoll darin hält nicht</translation>
    </message>
    <message>
        <source>Backed up and whole, {size}</source>
        <translation>Gesichert und ganz, {size}</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>no sender number</source>
        <translation>keine Absendernummer</translation>
    </message>
    <message>
        <source>{state} since {moment}</source>
        <translation>{state} seit {moment}</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Prepare reminder …</source>
        <translation>Erinnerung vorbereiten …</translation>
    </message>
    <message>
        <source>Number blocked …</source>
        <translation>Nummer gesperrt …</translation>
    </message>
    <message>
        <source>Replace number …</source>
        <translation>Nummer ersetzen …</translation>
    </message>
    <message>
        <source>active, waiting</source>
        <translation>aktiv, wartend</translation>
    </message>
    <message>
        <source>no traffic imported yet</source>
        <translation>noch kein Verkehr eingelesen</translation>
    </message>
    <message>
        <source>active, {days} days: stands still since the block</source>
        <translation>aktiv, {days} Tage: steht seit der Sperre</translation>
    </message>
    <message>
        <source>active, {days} days: {first} to {last}</source>
        <translation>aktiv, {days} Tage: {first} auf {last}</translation>
    </message>
    <message>
        <source>messages a day</source>
        <translation>Nachrichten am Tag</translation>
    </message>
    <message>
        <source>too few data</source>
        <translation>zu wenig Daten</translation>
    </message>
    <message>
        <source>since the block</source>
        <translation>seit der Sperre</translation>
    </message>
    <message>
        <source>({low} to {high})</source>
        <translation>({low} bis {high})</translation>
    </message>
    <message>
        <source>opted out in {days} days</source>
        <translation>abgemeldet in {days} Tagen</translation>
    </message>
    <message>
        <source>No reminder possible: the sender number is blocked. Replace the SIM card first.</source>
        <translation>Erinnerung nicht möglich: Die Absendernummer ist gesperrt. Zuerst die SIM-Karte ersetzen.</translation>
    </message>
    <message>
        <source>No reminder possible: the service has no sender number.</source>
        <translation>Erinnerung nicht möglich: Der Dienst hat keine Absendernummer.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>There is nothing to compare before {first}.</source>
        <translation>Vor dem {first} gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There are too few days or opt-outs yet to compare before and after.</source>
        <translation>Für einen Vergleich von davor und danach gibt es noch zu wenige Tage oder Abmeldungen.</translation>
    </message>
    <message>
        <source>Since the change {after} of the contacts unsubscribe in 30 days, before it was {before}: that is clearly fewer.</source>
        <translation>Seit der Änderung melden sich in 30 Tagen {after} der Kontakte ab, davor waren es {before}: Das sind klar weniger.</translation>
    </message>
    <message>
        <source>Since the change {after} of the contacts unsubscribe in 30 days, before it was {before}: that is clearly more.</source>
        <translation>Seit der Änderung melden sich in 30 Tagen {after} der Kontakte ab, davor waren es {before}: Das sind klar mehr.</translation>
    </message>
    <message>
        <source>Since the change {after} of the contacts unsubscribe in 30 days, before it was {before}: chance alone may explain that difference.</source>
        <translation>Seit der Änderung melden sich in 30 Tagen {after} der Kontakte ab, davor waren es {before}: Der Unterschied kann reiner Zufall sein.</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPanel</name>
    <message>
        <source>The first 7 days after the change and the 30 days after a number change do not count. Observed, not compared in a test: seasons differ, too.</source>
        <translation>Die ersten 7 Tage nach der Änderung und die 30 Tage nach einem Nummernwechsel zählen nicht. Beobachtet, nicht in einem Test verglichen: Auch die Jahreszeiten unterscheiden sich.</translation>
    </message>
    <message>
        <source>Before and after the agreed change</source>
        <translation>Vor und nach der vereinbarten Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>no days that count yet</source>
        <translation>noch keine Tage, die zählen</translation>
    </message>
    <message>
        <source>{days}: {rate} in 30 days; {opt_outs}, {messages} messages a day</source>
        <translation>{days}: {rate} in 30 Tagen; {opt_outs}, {messages} Nachrichten am Tag</translation>
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
    <name>CallerStep</name>
    <message>
        <source>Who is asking?</source>
        <translation>Wer fragt an?</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Vor- und Nachname</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderer</translation>
    </message>
    <message>
        <source>{}, stored contact person</source>
        <translation>{}, hinterlegte Ansprechperson</translation>
    </message>
    <message>
        <source>Number they call from (optional)</source>
        <translation>Nummer des Anrufs (freiwillig)</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragende Person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft mit</translation>
    </message>
    <message>
        <source>Name and date of birth alone are not enough.</source>
        <translation>Name und Geburtsdatum allein genügen nicht.</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Not read as one phone number; it is kept as it stands.</source>
        <translation>Nicht als Telefonnummer lesbar; sie bleibt, wie sie dasteht.</translation>
    </message>
    <message>
        <source>{}: the stored number of the contact person</source>
        <translation>{}: die hinterlegte Nummer der Ansprechperson</translation>
    </message>
    <message>
        <source>{}: not the stored number</source>
        <translation>{}: nicht die hinterlegte Nummer</translation>
    </message>
    <message>
        <source>Checked at {}</source>
        <translation>Geprüft um {}</translation>
    </message>
    <message>
        <source>“Thank you, {}. That is in order.”</source>
        <translation>„Danke, {}. Das passt.“</translation>
    </message>
    <message>
        <source>“I will call you back at once on the number that we have on file.”</source>
        <translation>„Ich rufe Sie gleich auf der Nummer zurück, die bei uns hinterlegt ist.“</translation>
    </message>
    <message>
        <source>Call **{}**.</source>
        <translation>**{}** anrufen.</translation>
    </message>
    <message>
        <source>“I am sending a code to the number that we have on file. Please read it to me.”</source>
        <translation>„Ich schicke einen Code an die Nummer, die bei uns hinterlegt ist. Bitte lesen Sie ihn mir vor.“</translation>
    </message>
    <message>
        <source>“Please tell me your **customer PIN**.”</source>
        <translation>„Bitte nennen Sie mir Ihre **Kunden-PIN**.“</translation>
    </message>
    <message>
        <source>“Please write to us briefly from the e-mail address that we have on file.”</source>
        <translation>„Bitte schreiben Sie uns kurz von der E-Mail-Adresse, die bei uns hinterlegt ist.“</translation>
    </message>
    <message>
        <source>“Before I look at your data, I check that it is you.”</source>
        <translation>„Bevor ich in Ihre Daten schaue, prüfe ich kurz, dass Sie es sind.“</translation>
    </message>
    <message>
        <source>“Gladly. You are calling for **{}**?”</source>
        <translation>„Gern. Sie rufen für **{}** an?“</translation>
    </message>
</context>
<context>
    <name>CaseBody</name>
    <message>
        <source>Take the case over first.</source>
        <translation>Übernehmen Sie den Vorgang zuerst.</translation>
    </message>
    <message>
        <source>Not while the countdown runs: stop it first.</source>
        <translation>Nicht, während der Countdown läuft: Halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>What is released goes on by itself.</source>
        <translation>Was freigegeben ist, läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>saved {}</source>
        <translation>gespeichert {}</translation>
    </message>
    <message>
        <source>{} not read out: {}</source>
        <translation>{} nicht vorgelesen: {}</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Bearbeitet von</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Due, closed</source>
        <translation>Fällig, Ende</translation>
    </message>
    <message>
        <source>{}, now</source>
        <translation>{}, gerade</translation>
    </message>
</context>
<context>
    <name>CaseFoot</name>
    <message>
        <source>Skip with a reason …</source>
        <translation>Mit Grund überspringen …</translation>
    </message>
    <message>
        <source>One key alone sends nothing: press {}.</source>
        <translation>Eine Taste allein sendet nichts: {} drücken.</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CaseNotices</name>
    <message>
        <source>Paused: {}</source>
        <translation>Pausiert: {}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Closed on {}: {}</source>
        <translation>Geschlossen am {}: {}</translation>
    </message>
    <message>
        <source>Take over …</source>
        <translation>Übernehmen …</translation>
    </message>
    <message>
        <source>{} has this case open since {}. You can read it.</source>
        <translation>{} hat diesen Vorgang seit {} offen. Sie können ihn lesen.</translation>
    </message>
    <message>
        <source>This is a case of {}. You can read it.</source>
        <translation>Das ist ein Vorgang von {}. Sie können ihn lesen.</translation>
    </message>
    <message>
        <source>A colleague has changed this case meanwhile. What you typed last is not saved.</source>
        <translation>Dieser Vorgang wurde inzwischen von jemand anderem geändert. Was Sie zuletzt getippt haben, ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Not saved yet: {}</source>
        <translation>Noch nicht gespeichert: {}</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>A reminder goes out for one service.</source>
        <translation>Eine Erinnerung gilt immer für einen Dienst.</translation>
    </message>
    <message>
        <source>Choose the sign-ups of a single service, then begin again.</source>
        <translation>Wählen Sie Anmeldungen eines einzigen Dienstes und beginnen Sie neu.</translation>
    </message>
</context>
<context>
    <name>CaseSentences</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>älter als %n Tag</numerusform>
            <numerusform>älter als %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entered less than %n day(s) ago</source>
        <translation>
            <numerusform>vor weniger als %n Tag eingetragen</numerusform>
            <numerusform>vor weniger als %n Tagen eingetragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded less than %n day(s) ago</source>
        <translation>
            <numerusform>vor weniger als %n Tag erinnert</numerusform>
            <numerusform>vor weniger als %n Tagen erinnert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s) already</source>
        <translation>
            <numerusform>schon %n-mal erinnert</numerusform>
            <numerusform>schon %n-mal erinnert</numerusform>
        </translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>Enter who is asking.</source>
        <translation>Tragen Sie ein, wer anfragt.</translation>
    </message>
    <message>
        <source>Choose how the caller was checked.</source>
        <translation>Wählen Sie, womit der Anrufer geprüft wurde.</translation>
    </message>
    <message>
        <source>Nothing is sent before the caller is verified.</source>
        <translation>Vor der Prüfung des Anrufers wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Choose how the request reached us.</source>
        <translation>Wählen Sie, wie uns die Anfrage erreicht hat.</translation>
    </message>
    <message>
        <source>Enter when the request was made.</source>
        <translation>Tragen Sie ein, wann die Anfrage kam.</translation>
    </message>
    <message>
        <source>Write down what the customer asks for.</source>
        <translation>Halten Sie fest, worum der Kunde bittet.</translation>
    </message>
    <message>
        <source>Choose the service that the reminder is for.</source>
        <translation>Wählen Sie den Dienst, für den die Erinnerung gilt.</translation>
    </message>
    <message>
        <source>Give the service a new number first.</source>
        <translation>Geben Sie dem Dienst zuerst eine neue Nummer.</translation>
    </message>
    <message>
        <source>Record whether the contacts are told.</source>
        <translation>Halten Sie fest, ob die Kontakte verständigt werden.</translation>
    </message>
    <message>
        <source>Enter why the notice is offered in this case.</source>
        <translation>Geben Sie an, warum der Hinweis in diesem Fall angeboten wird.</translation>
    </message>
    <message>
        <source>Nobody on this list may get an SMS now.</source>
        <translation>Niemand auf dieser Liste darf jetzt eine SMS bekommen.</translation>
    </message>
    <message>
        <source>Read the numbers to the caller and record the answer.</source>
        <translation>Lesen Sie die Zahlen vor und halten Sie die Antwort fest.</translation>
    </message>
    <message>
        <source>Choose a template or write the text.</source>
        <translation>Wählen Sie eine Vorlage oder schreiben Sie den Text.</translation>
    </message>
    <message>
        <source>Correct the placeholder that cannot be filled.</source>
        <translation>Korrigieren Sie den Platzhalter, der sich nicht füllen lässt.</translation>
    </message>
    <message>
        <source>Read the text to the caller and record the answer.</source>
        <translation>Lesen Sie den Text vor und halten Sie die Antwort fest.</translation>
    </message>
    <message>
        <source>Nothing is released yet.</source>
        <translation>Noch ist nichts freigegeben.</translation>
    </message>
    <message>
        <source>SMS are still waiting; this goes on by itself.</source>
        <translation>Es warten noch SMS; das läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>Enter what came of it.</source>
        <translation>Tragen Sie das Ergebnis ein.</translation>
    </message>
    <message>
        <source>{count} has unsubscribed</source>
        <translation>{count} hat sich abgemeldet</translation>
    </message>
    <message>
        <source>{count} have unsubscribed</source>
        <translation>{count} haben sich abgemeldet</translation>
    </message>
    <message>
        <source>{count} must not get any SMS</source>
        <translation>{count} gesperrt</translation>
    </message>
    <message>
        <source>{count} has registered meanwhile</source>
        <translation>{count} hat sich inzwischen angemeldet</translation>
    </message>
    <message>
        <source>{count} have registered meanwhile</source>
        <translation>{count} haben sich inzwischen angemeldet</translation>
    </message>
    <message>
        <source>{count} is not active</source>
        <translation>{count} ist nicht aktiv</translation>
    </message>
    <message>
        <source>{count} are not active</source>
        <translation>{count} sind nicht aktiv</translation>
    </message>
    <message>
        <source>{count} would be led to a blocked number</source>
        <translation>{count} kämen zu einer gesperrten Nummer</translation>
    </message>
    <message>
        <source>{count} would be led to no number at all</source>
        <translation>{count} kämen zu gar keiner Nummer</translation>
    </message>
    <message>
        <source>{count} is no mobile number</source>
        <translation>{count} ist keine Handynummer</translation>
    </message>
    <message>
        <source>{count} are no mobile numbers</source>
        <translation>{count} sind keine Handynummern</translation>
    </message>
    <message>
        <source>{count} is a number of another country</source>
        <translation>{count} ist eine Nummer aus einem anderen Land</translation>
    </message>
    <message>
        <source>{count} are numbers of other countries</source>
        <translation>{count} sind Nummern aus anderen Ländern</translation>
    </message>
    <message>
        <source>{count} is in the list twice</source>
        <translation>{count} steht doppelt in der Liste</translation>
    </message>
    <message>
        <source>{count} are in the list twice</source>
        <translation>{count} stehen doppelt in der Liste</translation>
    </message>
    <message>
        <source>{count} is {reason}</source>
        <translation>{count} ist {reason}</translation>
    </message>
    <message>
        <source>{count} are {reason}</source>
        <translation>{count} sind {reason}</translation>
    </message>
    <message>
        <source>{count} we {reason}</source>
        <translation>{count} haben wir {reason}</translation>
    </message>
    <message>
        <source>{count} was entered too recently</source>
        <translation>{count} ist noch zu neu</translation>
    </message>
    <message>
        <source>{count} were entered too recently</source>
        <translation>{count} sind noch zu neu</translation>
    </message>
    <message>
        <source>{count} you have left out</source>
        <translation>{count} haben Sie ausgenommen</translation>
    </message>
    <message>
        <source>Say the sentence to the caller and record it.</source>
        <translation>Sagen Sie dem Anrufer den Satz und halten Sie das fest.</translation>
    </message>
    <message>
        <source>Record whether something changes.</source>
        <translation>Halten Sie fest, ob sich etwas ändert.</translation>
    </message>
    <message>
        <source>Choose how often messages go out from then on.</source>
        <translation>Wählen Sie, wie oft Nachrichten dann hinausgehen.</translation>
    </message>
    <message>
        <source>Enter the first day of the change.</source>
        <translation>Geben Sie den ersten Tag der Änderung ein.</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>What was done in this case</source>
        <translation>Was in diesem Vorgang geschah</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 Vorgang</translation>
    </message>
    <message>
        <source>{} cases, due ones first</source>
        <translation>{} Vorgänge, fällige zuerst</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Follow-up due</source>
        <translation>Wiedervorlage fällig</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>A case begins at a customer, or with chosen sign-ups.</source>
        <translation>Ein Vorgang beginnt beim Kunden oder mit ausgewählten Anmeldungen.</translation>
    </message>
    <message>
        <source>You have no open case.</source>
        <translation>Sie haben keinen offenen Vorgang.</translation>
    </message>
    <message>
        <source>Colleagues have some: “All open” shows them.</source>
        <translation>Andere haben welche: „Alle offenen“ zeigt sie.</translation>
    </message>
    <message>
        <source>Show all open</source>
        <translation>Alle offenen zeigen</translation>
    </message>
    <message>
        <source>There is no open case.</source>
        <translation>Es gibt keinen offenen Vorgang.</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Heute ist nichts fällig.</translation>
    </message>
    <message>
        <source>Call-backs and follow-ups of all agents stand here on their day.</source>
        <translation>Rückrufe und Wiedervorlagen aller stehen hier an ihrem Tag.</translation>
    </message>
    <message>
        <source>No follow-up is due.</source>
        <translation>Keine Wiedervorlage ist fällig.</translation>
    </message>
    <message>
        <source>A case that was closed with a follow-up date comes back on that day.</source>
        <translation>Ein Vorgang, der mit einer Wiedervorlage abgeschlossen wurde, kommt an diesem Tag wieder.</translation>
    </message>
    <message>
        <source>No case is paused.</source>
        <translation>Kein Vorgang ist pausiert.</translation>
    </message>
    <message>
        <source>A case that is paused waits here for its call-back.</source>
        <translation>Ein pausierter Vorgang wartet hier auf den Rückruf.</translation>
    </message>
    <message>
        <source>No case has been closed yet.</source>
        <translation>Noch wurde kein Vorgang geschlossen.</translation>
    </message>
</context>
<context>
    <name>ChoosingPart</name>
    <message>
        <source>What can be read</source>
        <translation>Was gelesen werden kann</translation>
    </message>
    <message>
        <source>headers in English or German, in any order</source>
        <translation>Spaltennamen deutsch oder englisch, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Last imports</source>
        <translation>Letzte Importe</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>SMS are being sent.</source>
        <translation>Es werden gerade SMS gesendet.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Pausieren und schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Minimise and go on</source>
        <translation>Minimieren und weiter</translation>
    </message>
    <message>
        <source>In the background sending goes on; an icon in the notification area shows how far it is and brings the window back.</source>
        <translation>Im Hintergrund läuft der Versand weiter; ein Symbol im Infobereich zeigt, wie weit er ist, und holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>This computer has no notification area: the window is minimised instead, and sending goes on.</source>
        <translation>Dieser Computer hat keinen Infobereich: Das Fenster wird stattdessen minimiert, und der Versand läuft weiter.</translation>
    </message>
    <message>
        <source>A paused dispatch goes on at a click, after the next start.</source>
        <translation>Eine pausierte Aussendung geht nach dem nächsten Start auf einen Klick weiter.</translation>
    </message>
</context>
<context>
    <name>ComputerForm</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
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
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Tell on the desktop</source>
        <translation>Am Bildschirm melden</translation>
    </message>
    <message>
        <source>When a sender number is warned or blocked.</source>
        <translation>Wenn eine Absendernummer gewarnt oder gesperrt wird.</translation>
    </message>
</context>
<context>
    <name>ConflictBlock</name>
    <message>
        <source>To be decided</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>{source} says: {reported} since {since}. The desk holds: {kept} since {held}.</source>
        <translation>{source} meldet: {reported} seit {since}. Hier steht: {kept} seit {held}.</translation>
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
        <translation>hält ebenfalls an</translation>
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
    <name>CurveStep</name>
    <message>
        <source>What does the customer&apos;s own curve say?</source>
        <translation>Was sagt die eigene Kurve des Kunden?</translation>
    </message>
    <message>
        <source>This case is about no service: there is no curve.</source>
        <translation>Zu diesem Vorgang gehört kein Dienst: Es gibt keine Kurve.</translation>
    </message>
    <message>
        <source>There is no traffic of this service yet.</source>
        <translation>Von diesem Dienst gibt es noch keine Werte.</translation>
    </message>
    <message>
        <source>Recommended: {advice}. {reason}</source>
        <translation>Empfohlen: {advice}. {reason}</translation>
    </message>
    <message>
        <source>“We have no figures of your own yet. One to three messages a day is the most that works for others; less is often more.”</source>
        <translation>„Wir haben noch keine eigenen Zahlen von Ihnen. Mehr als ein bis drei Nachrichten am Tag bewähren sich auch bei anderen nicht; weniger ist oft mehr.“</translation>
    </message>
    <message>
        <source>Caller has heard it</source>
        <translation>Wurde gesagt</translation>
    </message>
    <message>
        <source>The own curve was explained.</source>
        <translation>Die eigene Kurve wurde erklärt.</translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Start reminder …</source>
        <translation>Erinnerung starten …</translation>
    </message>
    <message>
        <source>Verify now …</source>
        <translation>Jetzt prüfen …</translation>
    </message>
    <message>
        <source>Set PIN …</source>
        <translation>PIN festlegen …</translation>
    </message>
    <message>
        <source>no contact person</source>
        <translation>keine Ansprechperson</translation>
    </message>
    <message>
        <source>Caller verified</source>
        <translation>Anrufer geprüft</translation>
    </message>
    <message>
        <source>Caller not verified</source>
        <translation>Anrufer nicht geprüft</translation>
    </message>
    <message>
        <source>Pinned by {agent}, {day}: {text}</source>
        <translation>Angeheftet von {agent}, {day}: {text}</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>Name or number of the customer …</source>
        <translation>Name oder Nummer des Kunden …</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>No customer fits these words.</source>
        <translation>Kein Kunde passt zu diesen Wörtern.</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>This customer has no service.</source>
        <translation>Dieser Kunde hat keinen Dienst.</translation>
    </message>
    <message>
        <source>Services come with the platform&apos;s export of services.</source>
        <translation>Dienste kommen mit dem Export der Dienste aus der Plattform.</translation>
    </message>
    <message>
        <source>Every sender number of this customer is blocked.</source>
        <translation>Alle Absendernummern dieses Kunden sind gesperrt.</translation>
    </message>
    <message>
        <source>This customer has no service with a sender number.</source>
        <translation>Dieser Kunde hat keinen Dienst mit einer Absendernummer.</translation>
    </message>
    <message>
        <source>Several services: choose the one to be reminded.</source>
        <translation>Mehrere Dienste: Bitte wählen Sie, für welchen erinnert wird.</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>Die PIN ist festgelegt.</translation>
    </message>
</context>
<context>
    <name>CustomerTables</name>
    <message>
        <source>Requested</source>
        <translation>Anfrage am</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
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
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Ansprechperson</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Sender numbers</source>
        <translation>Absendernummern</translation>
    </message>
    <message>
        <source>none blocked</source>
        <translation>keine gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed the sign-up</source>
        <translation>
            <numerusform>%n fertig angemeldet</numerusform>
            <numerusform>%n fertig angemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n gesperrt</numerusform>
            <numerusform>%n gesperrt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerTabs</name>
    <message>
        <source>No request yet.</source>
        <translation>Noch keine Anfrage.</translation>
    </message>
    <message>
        <source>What this customer asks for is kept here, with its case and outcome.</source>
        <translation>Hier steht, worum dieser Kunde bittet, mit Vorgang und Ergebnis.</translation>
    </message>
    <message>
        <source>No SMS has been sent for this customer.</source>
        <translation>Für diesen Kunden wurde noch keine SMS gesendet.</translation>
    </message>
    <message>
        <source>SMS go out only at the customer&apos;s request.</source>
        <translation>SMS gehen nur auf Anfrage des Kunden hinaus.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Every act on this customer is kept.</source>
        <translation>Jede Handlung zu diesem Kunden wird festgehalten.</translation>
    </message>
    <message>
        <source>All of it in the audit log</source>
        <translation>Alles davon im Protokoll</translation>
    </message>
    <message>
        <source>Requests and cases</source>
        <translation>Anfragen und Vorgänge</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Aussendungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Name, number, place or person</source>
        <translation>Name, Nummer, Ort oder Person</translation>
    </message>
    <message>
        <source>Filter customers</source>
        <translation>Kunden filtern</translation>
    </message>
    <message>
        <source>No customer matches.</source>
        <translation>Kein Kunde passt.</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Alle Kunden zeigen</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>Noch keine Kunden.</translation>
    </message>
    <message>
        <source>Read the platform&apos;s exports; customers, services and contacts follow.</source>
        <translation>Lesen Sie die Exporte der Plattform ein; dann stehen hier Kunden, Dienste und Kontakte.</translation>
    </message>
    <message>
        <source>Import exports …</source>
        <translation>Exporte einlesen …</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Tage der Woche</translation>
    </message>
    <message>
        <source>{opt_outs} in {contact_days}: {rate} in a period.</source>
        <translation>{opt_outs} in {contact_days}: {rate} im Zeitraum.</translation>
    </message>
    <message>
        <source>These days lie after a number change and do not count.</source>
        <translation>Diese Tage liegen nach einem Nummernwechsel und zählen nicht mit.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Mean of 7 days before</source>
        <translation>Schnitt der 7 Tage davor</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Geklickt</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Second release by</source>
        <translation>Zweite Freigabe durch</translation>
    </message>
    <message>
        <source>Type the number of SMS</source>
        <translation>Anzahl der SMS eintippen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Unclear SMS</source>
        <translation>Unklare SMS</translation>
    </message>
    <message>
        <source>What shall become of this SMS?</source>
        <translation>Was soll aus dieser SMS werden?</translation>
    </message>
    <message>
        <source>What shall become of these {} SMS?</source>
        <translation>Was soll aus diesen {} SMS werden?</translation>
    </message>
    <message>
        <source>Take as sent</source>
        <translation>Als gesendet werten</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Abschreiben</translation>
    </message>
    <message>
        <source>Above {count} SMS a colleague agrees.</source>
        <translation>Über {count} SMS stimmt eine zweite Person zu.</translation>
    </message>
    <message>
        <source>It counts as handed to the gateway and is not sent again. A delivery report that still comes knows better.</source>
        <translation>Sie zählt als dem Gateway übergeben und wird nicht noch einmal gesendet. Kommt noch ein Zustellbericht, gilt dieser.</translation>
    </message>
    <message>
        <source>It counts as failed and is not sent again. The number stands among those not arrived, to be called.</source>
        <translation>Sie zählt als fehlgeschlagen und wird nicht noch einmal gesendet. Die Nummer steht bei den nicht angekommenen, zum Anrufen.</translation>
    </message>
    <message>
        <source>Each recipient is checked once more before the SMS goes out. It begins after {time}.</source>
        <translation>Jeder Empfänger wird noch einmal geprüft, bevor die SMS hinausgeht. Es beginnt nach {time}.</translation>
    </message>
    <message>
        <source>This SMS may arrive twice: nobody knows whether the first one did.</source>
        <translation>Diese SMS kommt vielleicht zweimal an: Ob die erste angekommen ist, weiß niemand.</translation>
    </message>
    <message>
        <source>These {} SMS may arrive twice: nobody knows whether the first ones did.</source>
        <translation>Diese {} SMS kommen vielleicht zweimal an: Ob die ersten angekommen sind, weiß niemand.</translation>
    </message>
    <message>
        <source>{count} not: their dispatch was stopped. That takes a new request.</source>
        <translation>{count} nicht: Ihre Aussendung wurde gestoppt. Dafür braucht es eine neue Anfrage.</translation>
    </message>
    <message>
        <source>{count} not yet: news may still come until {time}.</source>
        <translation>{count} noch nicht: Bis {time} kann noch Nachricht kommen.</translation>
    </message>
    <message>
        <source>Take {} SMS as sent</source>
        <comment>one</comment>
        <translation>{} SMS als gesendet werten</translation>
    </message>
    <message>
        <source>Take {} SMS as sent</source>
        <comment>many</comment>
        <translation>{} SMS als gesendet werten</translation>
    </message>
    <message>
        <source>Write off {} SMS</source>
        <comment>one</comment>
        <translation>{} SMS abschreiben</translation>
    </message>
    <message>
        <source>Write off {} SMS</source>
        <comment>many</comment>
        <translation>{} SMS abschreiben</translation>
    </message>
    <message>
        <source>Send {} SMS again</source>
        <comment>one</comment>
        <translation>{} SMS noch einmal senden</translation>
    </message>
    <message>
        <source>Send {} SMS again</source>
        <comment>many</comment>
        <translation>{} SMS noch einmal senden</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>Enter the name of the colleague who agrees.</source>
        <translation>Geben Sie den Namen der Person ein, die zustimmt.</translation>
    </message>
    <message>
        <source>Type {count}.</source>
        <translation>Tippen Sie {count}.</translation>
    </message>
</context>
<context>
    <name>DispatchColumns</name>
    <message>
        <source>Dispatch</source>
        <translation>Aussendung</translation>
    </message>
    <message>
        <source>Customer and service</source>
        <translation>Kunde und Dienst</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>Nicht angekommen</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was folgt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>tried again at {time}</source>
        <translation>neuer Versuch um {time}</translation>
    </message>
</context>
<context>
    <name>DispatchHead</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Let the account go on</source>
        <translation>Konto weitersenden lassen</translation>
    </message>
    <message>
        <source>Stop sending …</source>
        <translation>Versand stoppen …</translation>
    </message>
    <message>
        <source>Nobody gets an SMS of this dispatch.</source>
        <translation>Niemand bekommt eine SMS dieser Aussendung.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Released by {agent}, second release {second}, {when}.</source>
        <translation>Freigegeben von {agent}, zweite Freigabe {second}, {when}.</translation>
    </message>
    <message>
        <source>Released by {agent}, {when}.</source>
        <translation>Freigegeben von {agent}, {when}.</translation>
    </message>
    <message>
        <source>Made from version {} of its template.</source>
        <translation>Nach Fassung {} der Vorlage.</translation>
    </message>
    <message>
        <source>Request: {person}, {channel}, {when}.</source>
        <translation>Anfrage: {person}, {channel}, {when}.</translation>
    </message>
</context>
<context>
    <name>DispatchPage</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{} number was saved.</source>
        <translation>{} Nummer wurde gesichert.</translation>
    </message>
    <message>
        <source>{} numbers were saved.</source>
        <translation>{} Nummern wurden gesichert.</translation>
    </message>
</context>
<context>
    <name>DispatchQuestions</name>
    <message>
        <source>Stop this dispatch for good?</source>
        <translation>Diese Aussendung endgültig stoppen?</translation>
    </message>
    <message>
        <source>{count} SMS that still wait are cancelled. What is at the gateway cannot be called back. A new dispatch needs a new request.</source>
        <translation>{count} wartende SMS werden abgebrochen. Was beim Gateway ist, lässt sich nicht zurückholen. Eine neue Aussendung braucht eine neue Anfrage.</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Versand stoppen</translation>
    </message>
</context>
<context>
    <name>DispatchTrouble</name>
    <message>
        <source>The numbers of this dispatch do not add up: {facts}</source>
        <translation>Die Zahlen dieser Aussendung gehen nicht auf: {facts}</translation>
    </message>
    <message>
        <source>Paused: {reason}</source>
        <translation>Pausiert: {reason}</translation>
    </message>
    <message>
        <source>Nothing is sent. {reason}. Put it right, then go on.</source>
        <translation>Es wird nichts gesendet. {reason}. Beheben Sie das, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>{reason}. Tried again by itself at {time}.</source>
        <translation>{reason}. Neuer Versuch von selbst um {time}.</translation>
    </message>
    <message>
        <source>Nothing is sent: sending is frozen until it is released above.</source>
        <translation>Nichts wird gesendet: Der Versand ist eingefroren, bis er oben freigegeben wird.</translation>
    </message>
    <message>
        <source>Nothing is sent. {reason} It goes on by itself when that is put right.</source>
        <translation>Es wird nichts gesendet. {reason} Sobald das behoben ist, geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>This dispatch goes out by {account}, but here SMS go out by {own}. It waits.</source>
        <translation>Diese Aussendung geht über {account}, hier gehen SMS aber über {own}. Sie wartet.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The desk on {host} sends for this account. If nothing more is heard of it, this one goes on at {time}.</source>
        <translation>Für dieses Konto sendet {host}. Wenn von dort nichts mehr kommt, geht es hier um {time} weiter.</translation>
    </message>
    <message>
        <source>Outside the sending hours. It goes on by itself on {time}.</source>
        <translation>Außerhalb der Sendezeiten. Es geht am {time} von selbst weiter.</translation>
    </message>
    <message>
        <source>SMS number {rows}</source>
        <translation>SMS Nummer {rows}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>DispatchesPage</name>
    <message>
        <source>Dispatches</source>
        <translation>Aussendungen</translation>
    </message>
    <message>
        <source>No dispatch is in this state.</source>
        <translation>Keine Aussendung hat diesen Stand.</translation>
    </message>
    <message>
        <source>Choose another state above.</source>
        <translation>Wählen Sie oben einen anderen Stand.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Es wurde noch nichts versendet.</translation>
    </message>
    <message>
        <source>A dispatch begins with a customer&apos;s request, in a guided case.</source>
        <translation>Eine Aussendung beginnt mit der Anfrage eines Kunden, in einem geführten Vorgang.</translation>
    </message>
    <message>
        <source>{} unclear SMS</source>
        <comment>one</comment>
        <translation>{} unklare SMS</translation>
    </message>
    <message>
        <source>{} unclear SMS</source>
        <comment>many</comment>
        <translation>{} unklare SMS</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>running</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Unversehrtheit</translation>
    </message>
    <message>
        <source>Delivery reports</source>
        <translation>Zustellberichte</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>SMS gateway</source>
        <translation>SMS-Gateway</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Fonts and languages</source>
        <translation>Schrift und Sprachen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>{version} does not fit: set the program up again (make run)</source>
        <translation>{version} passt nicht: das Programm neu einrichten (make run)</translation>
    </message>
    <message>
        <source>is missing: set the program up again (make run)</source>
        <translation>fehlt: das Programm neu einrichten (make run)</translation>
    </message>
    <message>
        <source>{version}, write-ahead log</source>
        <translation>{version}, Write-Ahead-Log</translation>
    </message>
    <message>
        <source>{version}, rollback journal</source>
        <translation>{version}, Rollback-Journal</translation>
    </message>
    <message>
        <source>schema {revision}, {size}</source>
        <translation>Schema {revision}, {size}</translation>
    </message>
    <message>
        <source>no damage found</source>
        <translation>kein Schaden gefunden</translation>
    </message>
    <message>
        <source>not altered</source>
        <translation>nicht verändert</translation>
    </message>
    <message>
        <source>was altered at entry {entry}: keep a copy and ask who had access</source>
        <translation>wurde bei Eintrag {entry} verändert: Kopie sichern und klären, wer Zugang hatte</translation>
    </message>
    <message>
        <source>agrees with the database server</source>
        <translation>stimmt mit dem Datenbank-Server überein</translation>
    </message>
    <message>
        <source>{seconds} s away from the database server: set it by the network</source>
        <translation>{seconds} s neben dem Datenbank-Server: über das Netz stellen</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>only {size} free: make room soon</source>
        <translation>nur {size} frei: bald Platz schaffen</translation>
    </message>
    <message>
        <source>only {size} free: make room now, saving will fail</source>
        <translation>nur {size} frei: jetzt Platz schaffen, Speichern wird scheitern</translation>
    </message>
    <message>
        <source>simulator, nothing leaves this computer</source>
        <translation>Simulator, nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>{address} answers and lets us in</source>
        <translation>{address} antwortet und lässt uns ein</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>none: the gateway&apos;s password is asked for once after each start</source>
        <translation>keiner: Das Passwort des Gateways wird nach jedem Start einmal erfragt</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>fehlt: {names}</translation>
    </message>
    <message>
        <source>none has come in yet</source>
        <translation>noch keiner eingegangen</translation>
    </message>
    <message>
        <source>all read and matched</source>
        <translation>alle gelesen und zugeordnet</translation>
    </message>
    <message>
        <source>{unread} not read, {unmatched} without an SMS, {unreadable} not readable: check that the receiver works on this database</source>
        <translation>{unread} nicht gelesen, {unmatched} ohne SMS, {unreadable} nicht lesbar: Prüfen Sie, ob der Empfänger mit dieser Datenbank arbeitet</translation>
    </message>
    <message>
        <source>{place} cannot be written: ask for the right to write there</source>
        <translation>{place} ist nicht beschreibbar: dort Schreibrecht geben lassen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>the last one is {days} days old</source>
        <translation>die letzte ist {days} Tage alt</translation>
    </message>
    <message>
        <source>the last one is {days} days old: back up now, below</source>
        <translation>die letzte ist {days} Tage alt: unten jetzt sichern</translation>
    </message>
    <message>
        <source>none yet in {place}: back up now, below</source>
        <translation>noch keine in {place}: unten jetzt sichern</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop the platform&apos;s exports here</source>
        <translation>Exporte der Plattform hier ablegen</translation>
    </message>
    <message>
        <source>CSV or XLSX files, a folder, or a ZIP file. Names and order do not matter.</source>
        <translation>CSV- oder XLSX-Dateien, ein Ordner oder eine ZIP-Datei. Namen und Reihenfolge spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>EffectPanel</name>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>started within 24 hours</source>
        <translation>in 24 Stunden angemeldet</translation>
    </message>
    <message>
        <source>started within 7 days</source>
        <translation>in 7 Tagen angemeldet</translation>
    </message>
    <message>
        <source>with a reminder</source>
        <translation>mit Erinnerung</translation>
    </message>
    <message>
        <source>comparable, without one</source>
        <translation>vergleichbar, ohne Erinnerung</translation>
    </message>
    <message>
        <source>{} recipient had started before and is not counted.</source>
        <translation>{} Person war schon vorher angemeldet und zählt nicht.</translation>
    </message>
    <message>
        <source>{} recipients had started before and are not counted.</source>
        <translation>{} Personen waren schon vorher angemeldet und zählen nicht.</translation>
    </message>
</context>
<context>
    <name>EffectTotals</name>
    <message>
        <source>What the reminders brought</source>
        <translation>Was die Erinnerungen gebracht haben</translation>
    </message>
    <message>
        <source>is being counted …</source>
        <translation>wird gezählt …</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>{started} of {over}: {share}</source>
        <translation>{started} von {over}: {share}</translation>
    </message>
    <message>
        <source>{open} still open, {started} so far</source>
        <translation>{open} noch offen, davon bisher {started}</translation>
    </message>
    <message>
        <source>The 7 days after the reminder are not over yet: so far {started} of {open} have started.</source>
        <translation>Die 7 Tage nach der Erinnerung sind noch nicht vorbei: Bisher haben sich {started} von {open} angemeldet.</translation>
    </message>
    <message>
        <source>Of {over} people we reminded, {started} started within 7 days: {share}.</source>
        <translation>Von {over} Erinnerten haben sich {started} in den 7 Tagen danach angemeldet: {share}.</translation>
    </message>
    <message>
        <source>Nobody comparable was left without a reminder.</source>
        <translation>Vergleichbare ohne Erinnerung gab es nicht.</translation>
    </message>
    <message>
        <source>Of {over} comparable ones without a reminder it was {started}: {share}.</source>
        <translation>Von {over} vergleichbaren ohne Erinnerung waren es {started}: {share}.</translation>
    </message>
    <message>
        <source>Comparable: same service, entered in the same span of time, incomplete at that moment and not reminded. Nobody drew lots, so a difference proves no cause; whoever was reminded later is no longer compared.</source>
        <translation>Vergleichbar: gleicher Dienst, im selben Zeitraum eingetragen, damals unvollständig und nicht erinnert. Es wurde nicht gelost, ein Unterschied beweist also keine Ursache; wer später erinnert wurde, wird nicht weiter verglichen.</translation>
    </message>
    <message>
        <source>{service}, started in 7 days: with a reminder {reminded}. Comparable without: {others}.</source>
        <translation>{service}, in 7 Tagen angemeldet: mit Erinnerung {reminded}. Vergleichbar ohne: {others}.</translation>
    </message>
    <message>
        <source>With the reminder it was clearly more.</source>
        <translation>Mit Erinnerung waren es klar mehr.</translation>
    </message>
    <message>
        <source>With the reminder it was clearly fewer.</source>
        <translation>Mit Erinnerung waren es klar weniger.</translation>
    </message>
    <message>
        <source>Whether the reminder made a difference, these numbers do not show.</source>
        <translation>Ob die Erinnerung einen Unterschied gemacht hat, zeigen diese Zahlen nicht.</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>What is known of it</source>
        <translation>Was davon bekannt ist</translation>
    </message>
    <message>
        <source>All of this case</source>
        <translation>Alles zu diesem Vorgang</translation>
    </message>
    <message>
        <source>All of this customer</source>
        <translation>Alles zu diesem Kunden</translation>
    </message>
    <message>
        <source>All of this person</source>
        <translation>Alles von dieser Person</translation>
    </message>
    <message>
        <source>Entry {number}, hash {hash}</source>
        <translation>Eintrag {number}, Hash {hash}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
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
        <source>This is no phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>Write it with its country code, such as +43 …</source>
        <translation>Mit Landesvorwahl schreiben, etwa +43 …</translation>
    </message>
    <message>
        <source>The database lies on a network drive.</source>
        <translation>Die Datenbank liegt auf einem Netzlaufwerk.</translation>
    </message>
    <message>
        <source>Two computers could destroy it. Put it on a local disk, or use PostgreSQL for a team.</source>
        <translation>Zwei Rechner könnten sie zerstören. Legen Sie sie auf eine eigene Platte oder verwenden Sie PostgreSQL für ein Team.</translation>
    </message>
    <message>
        <source>This database belongs to another program.</source>
        <translation>Diese Datenbank gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>It was not changed. Choose another file.</source>
        <translation>Sie wurde nicht verändert. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The address of the database is not understood.</source>
        <translation>Die Adresse der Datenbank ist nicht verständlich.</translation>
    </message>
    <message>
        <source>Give a file, or postgresql://user@computer/name.</source>
        <translation>Geben Sie eine Datei an oder postgresql://nutzer@rechner/name.</translation>
    </message>
    <message>
        <source>The desk works with SQLite and PostgreSQL only.</source>
        <translation>Dieses Programm arbeitet nur mit SQLite und PostgreSQL.</translation>
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
        <source>This number is taken: {service}, by {by}.</source>
        <translation>Diese Nummer ist vergeben: {service}, durch {by}.</translation>
    </message>
    <message>
        <source>A colleague was faster. Nothing was changed; choose another number.</source>
        <translation>Jemand war schneller. Nichts wurde geändert; wählen Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>A service still sends from its number: {service}</source>
        <translation>Ein Dienst sendet noch von dieser Nummer: {service}</translation>
    </message>
    <message>
        <source>A working number is not replaced, and a blocked card is retired after its replacement. Reload to see what has happened meanwhile.</source>
        <translation>Eine Nummer, die funktioniert, wird nicht ersetzt, und eine gesperrte Karte wird erst nach dem Ersatz ausgemustert. Laden Sie die Seite neu, um zu sehen, was inzwischen geschehen ist.</translation>
    </message>
    <message>
        <source>No code can be sent to this customer.</source>
        <translation>Diesem Kunden lässt sich kein Code senden.</translation>
    </message>
    <message>
        <source>It needs a stored mobile number, and real operation. Check the caller another way.</source>
        <translation>Dafür braucht es eine hinterlegte Handynummer und Echtbetrieb. Prüfen Sie den Anrufer auf anderem Weg.</translation>
    </message>
    <message>
        <source>{limit} codes were sent within an hour.</source>
        <translation>In einer Stunde wurden {limit} Codes gesendet.</translation>
    </message>
    <message>
        <source>Check the caller another way, or later.</source>
        <translation>Prüfen Sie den Anrufer auf anderem Weg oder später.</translation>
    </message>
    <message>
        <source>Only a supervisor may do this.</source>
        <translation>Das darf nur die Teamleitung.</translation>
    </message>
    <message>
        <source>The supervisors are named in the settings.</source>
        <translation>Wer zur Teamleitung gehört, steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>This block was entered more than 24 hours ago.</source>
        <translation>Diese Sperre wurde vor mehr als 24 Stunden eingetragen.</translation>
    </message>
    <message>
        <source>It cannot be taken back any more: replace the SIM card.</source>
        <translation>Sie lässt sich nicht mehr zurücknehmen: Ersetzen Sie die SIM-Karte.</translation>
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
        <translation>Der Versand ist pausiert. Prüfen Sie Benutzername und Passwort in den Einstellungen.</translation>
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
        <translation>Der Versand ist pausiert. Nichts wird doppelt gesendet.</translation>
    </message>
    <message>
        <source>The Business Platform does not let us in ({code}).</source>
        <translation>Die Business-Plattform lässt uns nicht hinein ({code}).</translation>
    </message>
    <message>
        <source>The token has expired or lacks a right, or the account number is wrong. Enter a new token in the settings.</source>
        <translation>Das Token ist abgelaufen, es fehlt ihm ein Recht, oder die Kontonummer stimmt nicht. Geben Sie in den Einstellungen ein neues ein.</translation>
    </message>
    <message>
        <source>The Business Platform wants a pause ({code}).</source>
        <translation>Die Business-Plattform verlangt eine Pause ({code}).</translation>
    </message>
    <message>
        <source>It is asked again later by itself.</source>
        <translation>Sie wird später von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>The Business Platform cannot be reached.</source>
        <translation>Die Business-Plattform ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network. It is asked again later by itself.</source>
        <translation>Prüfen Sie das Netzwerk. Sie wird später von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>The answer of the Business Platform is not understood.</source>
        <translation>Die Antwort der Business-Plattform ist nicht verständlich.</translation>
    </message>
    <message>
        <source>Check the address and the version of the interface in the settings.</source>
        <translation>Prüfen Sie in den Einstellungen Adresse und Version der Schnittstelle.</translation>
    </message>
    <message>
        <source>The state of the numbers cannot be asked now.</source>
        <translation>Der Stand der Nummern lässt sich gerade nicht abfragen.</translation>
    </message>
    <message>
        <source>What is shown is what was read last.</source>
        <translation>Angezeigt wird, was zuletzt gelesen wurde.</translation>
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
    <message>
        <source>The database is in use: {place}</source>
        <translation>Die Datenbank ist in Gebrauch: {place}</translation>
    </message>
    <message>
        <source>End every window, worker and receiver, then try again.</source>
        <translation>Alle Fenster, Worker und Empfänger beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database could not be brought up to date: {place}</source>
        <translation>Die Datenbank konnte nicht auf den neuen Stand gebracht werden: {place}</translation>
    </message>
    <message>
        <source>It is as it was; a copy lies beside it. Work on with the version before, report this.</source>
        <translation>Sie ist, wie sie war; eine Kopie liegt daneben. Mit der Version davor weiterarbeiten und das melden.</translation>
    </message>
    <message>
        <source>What was written is not what was read.</source>
        <translation>Geschrieben wurde nicht, was gelesen wurde.</translation>
    </message>
    <message>
        <source>The backup was thrown away. Check the disk, try again.</source>
        <translation>Die Sicherung ist verworfen. Die Platte prüfen, noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is a file already: {path}</source>
        <translation>Es gibt schon eine Datei: {path}</translation>
    </message>
    <message>
        <source>Choose another name. Nothing was written.</source>
        <translation>Einen anderen Namen wählen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>{program} of PostgreSQL {version} or later is missing.</source>
        <translation>{program} von PostgreSQL {version} oder neuer fehlt.</translation>
    </message>
    <message>
        <source>Install PostgreSQL&apos;s client programs on this computer.</source>
        <translation>Die Client-Programme von PostgreSQL auf diesem Computer installieren.</translation>
    </message>
    <message>
        <source>The desk is open already, but its window does not answer.</source>
        <translation>Der Desk ist schon offen, aber sein Fenster antwortet nicht.</translation>
    </message>
    <message>
        <source>Wait a moment, or end it and start again.</source>
        <translation>Kurz warten, oder ihn beenden und neu starten.</translation>
    </message>
</context>
<context>
    <name>ExplanationDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation>Wie wurde das berechnet?</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>own and peers</source>
        <translation>eigene und Vergleich</translation>
    </message>
    <message>
        <source>rests on</source>
        <translation>beruht auf</translation>
    </message>
    <message>
        <source>{opt_outs} · {send_days}</source>
        <translation>{opt_outs} · {send_days}</translation>
    </message>
    <message>
        <source>{} send day</source>
        <translation>{} Sendetag</translation>
    </message>
    <message>
        <source>{} send days</source>
        <translation>{} Sendetage</translation>
    </message>
    <message>
        <source>fewer than 5 opt-outs</source>
        <translation>weniger als 5 Abmeldungen</translation>
    </message>
    <message>
        <source>fewer than 3 send days</source>
        <translation>weniger als 3 Sendetage</translation>
    </message>
    <message>
        <source>Each day counts at the frequency of the seven days before it. The rate is opt-outs per contact and day, told for {} days.</source>
        <translation>Jeder Tag zählt mit der Frequenz der sieben Tage davor. Die Rate ist Abmeldungen je Kontakt und Tag, angegeben für {} Tage.</translation>
    </message>
    <message>
        <source>The ranges hold in 95 of 100 cases, and allow for messages that make many leave at once.</source>
        <translation>Die Bereiche gelten in 95 von 100 Fällen und berücksichtigen Nachrichten, nach denen sich viele auf einmal abmelden.</translation>
    </message>
    <message>
        <source>“Own and peers” draws each rate to those of the other services at that frequency: far where your own data are few, hardly where they are many.</source>
        <translation>„Eigene und Vergleich“ zieht jede Rate zu denen der anderen Dienste bei dieser Frequenz: weit, wo es wenige eigene Daten gibt, kaum, wo es viele sind.</translation>
    </message>
    <message>
        <source>Observed, not compared in a test.</source>
        <translation>Beobachtet, nicht im Test verglichen.</translation>
    </message>
    <message>
        <source>The curve rests on {opt_outs} under {messages} messages. Its slope is {slope} (0 would be: no difference).</source>
        <translation>Die Kurve beruht auf {opt_outs} bei {messages} Nachrichten. Ihre Steigung ist {slope} (0 hieße: kein Unterschied).</translation>
    </message>
    <message>
        <source>The day of the week is taken into account.</source>
        <translation>Der Wochentag ist berücksichtigt.</translation>
    </message>
    <message>
        <source>So is for how long contacts have been there.</source>
        <translation>Ebenso, wie lange die Kontakte schon dabei sind.</translation>
    </message>
    <message>
        <source>With very few messages more leave as well: people forget who writes.</source>
        <translation>Auch bei sehr wenigen Nachrichten melden sich mehr ab: Man vergisst, wer schreibt.</translation>
    </message>
    <message>
        <source>Without any formula, too, the rate only rises with the frequency.</source>
        <translation>Auch ohne Formel steigt die Rate mit der Frequenz nur an.</translation>
    </message>
    <message>
        <source>Over {services} services: slope between services {between}, within each service {within}.</source>
        <translation>Über {services} Dienste: Steigung zwischen den Diensten {between}, innerhalb jedes Dienstes {within}.</translation>
    </message>
    <message>
        <source>The two disagree: services that send more differ in more than that (confounded).</source>
        <translation>Die beiden widersprechen sich: Dienste, die mehr senden, unterscheiden sich nicht nur darin (vermengt).</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
</context>
<context>
    <name>ExportStrip</name>
    <message>
        <source>Save as table</source>
        <translation>Als Tabelle sichern</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>CSV für Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>incomplete sign-ups {}</source>
        <translation>unvollständige Anmeldungen {}</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>{} of {} rows</source>
        <translation>{} von {} Zeilen</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Tabelle wird gesichert</translation>
    </message>
    <message>
        <source>{} sign-up saved in</source>
        <translation>{} Anmeldung gesichert in</translation>
    </message>
    <message>
        <source>{} sign-ups saved in</source>
        <translation>{} Anmeldungen gesichert in</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
</context>
<context>
    <name>FailedFile</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>at least %n day(s)</source>
        <translation>
            <numerusform>ab %n Tag</numerusform>
            <numerusform>ab %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Erinnert</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Choose a customer first.</source>
        <translation>Zuerst einen Kunden wählen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>more than once</source>
        <translation>mehrmals</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Curve explained, nothing changes</source>
        <translation>Kurve erklärt, nichts ändert sich</translation>
    </message>
    <message>
        <source>Agreed: {often} from {day}</source>
        <translation>Vereinbart: {often} ab {day}</translation>
    </message>
</context>
<context>
    <name>FollowUpDayDialog</name>
    <message>
        <source>Follow-up on another day</source>
        <translation>Wiedervorlage an einem anderen Tag</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>An welchem Tag?</translation>
    </message>
    <message>
        <source>It comes back on that day, for you and your colleagues.</source>
        <translation>Er kommt an diesem Tag wieder, für Sie und alle anderen.</translation>
    </message>
    <message>
        <source>Look at it on this day</source>
        <translation>An diesem Tag ansehen</translation>
    </message>
    <message>
        <source>Follow-up date</source>
        <translation>Tag der Wiedervorlage</translation>
    </message>
</context>
<context>
    <name>FollowUpDoneDialog</name>
    <message>
        <source>Follow-up done</source>
        <translation>Wiedervorlage erledigt</translation>
    </message>
    <message>
        <source>Is the follow-up done?</source>
        <translation>Ist die Wiedervorlage erledigt?</translation>
    </message>
    <message>
        <source>Then the case is due no more; it stays readable.</source>
        <translation>Dann ist der Vorgang nicht mehr fällig; lesbar bleibt er.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Say what came of it.</source>
        <translation>Eintragen, was daraus wurde.</translation>
    </message>
</context>
<context>
    <name>FollowUpPart</name>
    <message>
        <source>Look at it again on</source>
        <translation>Wieder ansehen am</translation>
    </message>
    <message>
        <source>Follow-up date</source>
        <translation>Tag der Wiedervorlage</translation>
    </message>
    <message>
        <source>Look at it again …</source>
        <translation>Wieder ansehen …</translation>
    </message>
    <message>
        <source>Another day …</source>
        <translation>Anderer Tag …</translation>
    </message>
    <message>
        <source>Follow-up due on {}</source>
        <translation>Wiedervorlage fällig am {}</translation>
    </message>
    <message>
        <source>Follow-up on {}</source>
        <translation>Wiedervorlage am {}</translation>
    </message>
    <message>
        <source>Suggested: on {} see who is back on the new number.</source>
        <translation>Vorschlag: am {} ansehen, wer auf der neuen Nummer zurück ist.</translation>
    </message>
    <message>
        <source>Suggested: on {} see what the reminder brought.</source>
        <translation>Vorschlag: am {} ansehen, was die Erinnerung gebracht hat.</translation>
    </message>
    <message>
        <source>Follow-up done: {}</source>
        <translation>Wiedervorlage erledigt: {}</translation>
    </message>
    <message>
        <source>Look at it again on {}: {}</source>
        <translation>Wieder ansehen am {}: {}</translation>
    </message>
</context>
<context>
    <name>FormStep</name>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
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
    <name>Freeze</name>
    <message>
        <source>Sending is frozen: this database is a copy that sent at another place last. Its last act is of {since}; nobody here knows what was sent since.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank ist eine Kopie, die zuletzt anderswo gesendet hat. Der letzte Eintrag ist von {since}; was seither gesendet wurde, weiß hier niemand.</translation>
    </message>
    <message>
        <source>Sending is frozen: this database was restored from a backup of {since}. It was seen further on at {seen}.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank wurde aus einer Sicherung von {since} wiederhergestellt. Um {seen} war sie schon weiter.</translation>
    </message>
    <message>
        <source>Sending is frozen: this database is a copy that sent at another place last. Nobody here knows what was sent since.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank ist eine Kopie, die zuletzt anderswo gesendet hat. Was seither gesendet wurde, weiß hier niemand.</translation>
    </message>
    <message>
        <source>Sending is frozen: this database was restored from a backup. It does not know what was sent since.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank wurde aus einer Sicherung wiederhergestellt. Was seither gesendet wurde, weiß sie nicht.</translation>
    </message>
    <message>
        <source>Sending is frozen: this database was restored from a backup. It was seen further on at {seen}.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank wurde aus einer Sicherung wiederhergestellt. Um {seen} war sie schon weiter.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Perhaps sent since: {dispatches}.</source>
        <translation>Vielleicht seither gesendet: {dispatches}.</translation>
    </message>
    <message>
        <source>{dispatch} ({seen} of {all}, not known here)</source>
        <translation>{dispatch} ({seen} von {all}, hier nicht bekannt)</translation>
    </message>
    <message>
        <source>{dispatch} ({seen} of {all}, here {known})</source>
        <translation>{dispatch} ({seen} von {all}, hier {known})</translation>
    </message>
    <message>
        <source>Sending is frozen: this database was restored from a backup of {since}. It does not know what was sent since.</source>
        <translation>Der Versand ist eingefroren: Diese Datenbank wurde aus einer Sicherung von {since} wiederhergestellt. Was seither gesendet wurde, weiß sie nicht.</translation>
    </message>
</context>
<context>
    <name>FreezeWatch</name>
    <message>
        <source>Release …</source>
        <translation>Freigeben …</translation>
    </message>
</context>
<context>
    <name>FrequencyBody</name>
    <message>
        <source>Values by week</source>
        <translation>Werte nach Wochen</translation>
    </message>
    <message>
        <source>Chart: messages a day and opt-outs</source>
        <translation>Diagramm: Nachrichten am Tag und Abmeldungen</translation>
    </message>
</context>
<context>
    <name>FrequencyFacts</name>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Services that send more differ from the others in more than that: do not compare yourself with them.</source>
        <translation>Dienste, die mehr senden, unterscheiden sich von den anderen nicht nur darin: Vergleichen Sie sich nicht mit ihnen.</translation>
    </message>
    <message>
        <source>Last 7 days up to {}</source>
        <translation>Letzte 7 Tage bis {}</translation>
    </message>
    <message>
        <source>{} messages a day</source>
        <translation>{} Nachrichten am Tag</translation>
    </message>
    <message>
        <source>Opt-outs of the last 30 days: {}</source>
        <translation>Abmeldungen der letzten 30 Tage: {}</translation>
    </message>
    <message>
        <source>Opt-outs in {} days</source>
        <translation>Abmeldungen in {} Tagen</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Contact-days</source>
        <translation>Kontakt-Tage</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Limit {} …</source>
        <translation>Grenze {} …</translation>
    </message>
    <message>
        <source>The customer&apos;s own limit</source>
        <translation>Eigene Grenze des Kunden</translation>
    </message>
    <message>
        <source>The usual limit of the house</source>
        <translation>Übliche Grenze des Hauses</translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation>Wie wurde das berechnet?</translation>
    </message>
    <message>
        <source>All days shown lie within 30 days after a number change.</source>
        <translation>Alle gezeigten Tage liegen in den 30 Tagen nach einem Nummernwechsel.</translation>
    </message>
    <message>
        <source>The 30 days after a number change are left out.</source>
        <translation>Die 30 Tage nach einem Nummernwechsel zählen nicht mit.</translation>
    </message>
    <message>
        <source>Lead through a request …</source>
        <translation>Anfrage führen …</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Plan a test …</source>
        <translation>Frequenztest planen …</translation>
    </message>
    <message>
        <source>Today: {often} a day, {rate} in {days} days</source>
        <translation>Heute: {often} am Tag, {rate} in {days} Tagen</translation>
    </message>
    <message>
        <source>on {} send day</source>
        <translation>an {} Sendetag</translation>
    </message>
    <message>
        <source>on {} send days</source>
        <translation>an {} Sendetagen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>{}. Observed, not compared in a test.</source>
        <translation>{}. Beobachtet, nicht im Test verglichen.</translation>
    </message>
</context>
<context>
    <name>FrequencyHead</name>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Save as picture …</source>
        <translation>Als Bild speichern …</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save as one page …</source>
        <translation>Als eine Seite speichern …</translation>
    </message>
</context>
<context>
    <name>FrequencyPage</name>
    <message>
        <source>The values are being read …</source>
        <translation>Die Werte werden gelesen …</translation>
    </message>
    <message>
        <source>There is no traffic of this service yet.</source>
        <translation>Von diesem Dienst gibt es noch keine Versanddaten.</translation>
    </message>
    <message>
        <source>There are no services yet.</source>
        <translation>Es gibt noch keine Dienste.</translation>
    </message>
    <message>
        <source>Messages and opt-outs of each day come with the platform&apos;s export.</source>
        <translation>Nachrichten und Abmeldungen jedes Tages kommen mit dem Export der Plattform.</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>From the contacts&apos; own stops: {rate} unsubscribe in {days} days.</source>
        <translation>Aus den Abmeldungen der Kontakte selbst: {rate} melden sich in {days} Tagen ab.</translation>
    </message>
</context>
<context>
    <name>FrequencyRanking</name>
    <message>
        <source>Customer and service</source>
        <translation>Kunde und Dienst</translation>
    </message>
    <message>
        <source>Messages/day</source>
        <translation>Nachr./Tag</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>30 days before</source>
        <translation>30 Tage davor</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeldungen</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>mehr als zuvor</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>weniger als zuvor</translation>
    </message>
    <message>
        <source>as others</source>
        <translation>wie andere</translation>
    </message>
    <message>
        <source>more than others</source>
        <translation>mehr als andere</translation>
    </message>
    <message>
        <source>less than others</source>
        <translation>weniger als andere</translation>
    </message>
</context>
<context>
    <name>FrequencyTable</name>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Messages/day</source>
        <translation>Nachr./Tag</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Abmeld.</translation>
    </message>
    <message>
        <source>Contact-days</source>
        <translation>Kontakt-Tage</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>after change</source>
        <translation>nach Wechsel</translation>
    </message>
    <message>
        <source>few data</source>
        <translation>wenige Daten</translation>
    </message>
</context>
<context>
    <name>FrequencyTrial</name>
    <message>
        <source>{} a day</source>
        <translation>{} am Tag</translation>
    </message>
    <message>
        <source>{contacts} active contacts: {each} in each of {arms} groups.</source>
        <translation>{contacts} aktive Kontakte: {each} in jeder von {arms} Gruppen.</translation>
    </message>
    <message>
        <source>In {weeks} weeks some {share} of a group would unsubscribe as of now.</source>
        <translation>In {weeks} Wochen melden sich nach heutigem Stand etwa {share} einer Gruppe ab.</translation>
    </message>
    <message>
        <source>That is assumed: the service has no traffic yet.</source>
        <translation>Das ist angenommen: Der Dienst hat noch keine Versanddaten.</translation>
    </message>
    <message>
        <source>With so few contacts a test would show nothing.</source>
        <translation>Mit so wenigen Kontakten würde ein Test nichts zeigen.</translation>
    </message>
    <message>
        <source>{} or {}</source>
        <translation>{} oder {}</translation>
    </message>
    <message>
        <source>A difference such as {control} against {other} would show in 4 of 5 tests; a smaller one rather not.</source>
        <translation>Ein Unterschied wie {control} gegen {other} würde sich in 4 von 5 Tests zeigen, ein kleinerer eher nicht.</translation>
    </message>
    <message>
        <source>{first} to {last}. {groups}.</source>
        <translation>{first} bis {last}. {groups}.</translation>
    </message>
    <message>
        <source>It ends in {} day; until then nobody looks, or chance would decide.</source>
        <translation>Er endet in {} Tag; bis dahin schaut niemand nach, sonst entschiede der Zufall.</translation>
    </message>
    <message>
        <source>It ends in {} days; until then nobody looks, or chance would decide.</source>
        <translation>Er endet in {} Tagen; bis dahin schaut niemand nach, sonst entschiede der Zufall.</translation>
    </message>
    <message>
        <source>{often}: {rate} unsubscribed.</source>
        <translation>{often}: {rate} abgemeldet.</translation>
    </message>
    <message>
        <source>Ranges and p are corrected for several groups (Holm).</source>
        <translation>Bereiche und p sind für mehrere Gruppen korrigiert (Holm).</translation>
    </message>
    <message>
        <source>{often}: {rate} unsubscribed, {low} to {high} percentage points against the first group. {verdict}</source>
        <translation>{often}: {rate} abgemeldet, {low} bis {high} Prozentpunkte gegenüber der ersten Gruppe. {verdict}</translation>
    </message>
    <message>
        <source>That is no chance (p = {p}; log-rank test {logrank}).</source>
        <translation>Das ist kein Zufall (p = {p}; Log-Rank-Test {logrank}).</translation>
    </message>
    <message>
        <source>That may be chance (p = {p}; log-rank test {logrank}).</source>
        <translation>Das kann Zufall sein (p = {p}; Log-Rank-Test {logrank}).</translation>
    </message>
</context>
<context>
    <name>FrequencyWords</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{} messages a day (mean of 7 days)</source>
        <translation>{} Nachrichten am Tag (Schnitt aus 7 Tagen)</translation>
    </message>
    <message>
        <source>{opt_outs} in {contact_days}</source>
        <translation>{opt_outs} in {contact_days}</translation>
    </message>
    <message>
        <source>after a number change</source>
        <translation>nach einem Nummernwechsel</translation>
    </message>
    <message>
        <source>too few data to rely on</source>
        <translation>zu wenige Daten für eine verlässliche Rate</translation>
    </message>
    <message>
        <source>{} opt-out</source>
        <translation>{} Abmeldung</translation>
    </message>
    <message>
        <source>{} opt-outs</source>
        <translation>{} Abmeldungen</translation>
    </message>
    <message>
        <source>{} contact-day</source>
        <translation>{} Kontakt-Tag</translation>
    </message>
    <message>
        <source>{} contact-days</source>
        <translation>{} Kontakt-Tagen</translation>
    </message>
    <message>
        <source>Number change {}, the 30 days after it do not count</source>
        <translation>Nummernwechsel {}, die 30 Tage danach zählen nicht mit</translation>
    </message>
    <message>
        <source>{} person</source>
        <translation>{} Person</translation>
    </message>
    <message>
        <source>{} people</source>
        <translation>{} Personen</translation>
    </message>
    <message>
        <source>In the 30 days up to {until} you sent {messages} messages a day on average.</source>
        <translation>In den 30 Tagen bis {until} haben Sie im Schnitt {messages} Nachrichten am Tag gesendet.</translation>
    </message>
    <message>
        <source>In that time {people} unsubscribed.</source>
        <translation>Abgemeldet haben sich in dieser Zeit {people}.</translation>
    </message>
    <message>
        <source>That is too little for a rate to be relied on.</source>
        <translation>Für eine verlässliche Rate ist das zu wenig.</translation>
    </message>
    <message>
        <source>That is {rate} of the contacts in {days} days; chance leaves room for {range}.</source>
        <translation>Das sind {rate} der Kontakte in {days} Tagen; durch Zufall könnten es auch {range} sein.</translation>
    </message>
    <message>
        <source>Your number changed in that time, so these days compare poorly with others.</source>
        <translation>Ihre Nummer hat in dieser Zeit gewechselt, daher lassen sich diese Tage schlecht vergleichen.</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>{} messages a day</source>
        <translation>{} Nachrichten am Tag</translation>
    </message>
    <message>
        <source>{} messages a week</source>
        <translation>{} Nachrichten in der Woche</translation>
    </message>
    <message>
        <source>{} messages a month</source>
        <translation>{} Nachrichten im Monat</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>keine Nachrichten</translation>
    </message>
    <message>
        <source>{} a day</source>
        <translation>{} am Tag</translation>
    </message>
    <message>
        <source>{} a week</source>
        <translation>{} in der Woche</translation>
    </message>
    <message>
        <source>{} a month</source>
        <translation>{} im Monat</translation>
    </message>
    <message>
        <source>once a month</source>
        <translation>einmal im Monat</translation>
    </message>
    <message>
        <source>twice a month</source>
        <translation>zweimal im Monat</translation>
    </message>
    <message>
        <source>once a week</source>
        <translation>einmal in der Woche</translation>
    </message>
    <message>
        <source>2 to 3 a week</source>
        <translation>2 bis 3 in der Woche</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>einmal am Tag</translation>
    </message>
    <message>
        <source>2 to 3 a day</source>
        <translation>2 bis 3 am Tag</translation>
    </message>
    <message>
        <source>more than 3 a day</source>
        <translation>mehr als 3 am Tag</translation>
    </message>
    <message>
        <source>{day} agreed: {often}</source>
        <translation>{day} vereinbart: {often}</translation>
    </message>
    <message>
        <source>before {before}, after {after}</source>
        <translation>davor {before}, danach {after}</translation>
    </message>
    <message>
        <source>Less often than so far</source>
        <translation>Seltener als bisher</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Zu wenig Daten</translation>
    </message>
    <message>
        <source>At most {}</source>
        <translation>Höchstens {}</translation>
    </message>
    <message>
        <source>{low} up to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>The highest frequency you tried at which surely less than {limit} leave in {days} days.</source>
        <translation>Die höchste erprobte Frequenz, bei der sich in {days} Tagen sicher weniger als {limit} abmelden.</translation>
    </message>
    <message>
        <source>Of the frequencies you tried, a new contact reads the most in a year at these (within 5 %; holds in {share} of the repetitions).</source>
        <translation>Von den erprobten Frequenzen liest ein neuer Kontakt bei diesen im Jahr am meisten (auf 5 % genau; gilt in {share} der Wiederholungen).</translation>
    </message>
    <message>
        <source>At every frequency you tried more than {limit} leave in {days} days.</source>
        <translation>Bei jeder erprobten Frequenz melden sich in {days} Tagen mehr als {limit} ab.</translation>
    </message>
    <message>
        <source>More days like these would hardly help: a frequency test would.</source>
        <translation>Mehr solche Tage würden kaum helfen: ein Frequenztest schon.</translation>
    </message>
    <message>
        <source>About {} times as many days like these would be enough.</source>
        <translation>Etwa {}-mal so viele solche Tage würden reichen.</translation>
    </message>
    <message>
        <source>Only one frequency was tried: there is nothing to compare it with.</source>
        <translation>Nur eine Frequenz wurde erprobt: Es gibt nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>It takes at least 5 opt-outs on 3 send days at a frequency.</source>
        <translation>Es braucht mindestens 5 Abmeldungen an 3 Sendetagen bei einer Frequenz.</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} weitere</translation>
    </message>
    <message>
        <source>Traffic and contacts&apos; own stops do not agree on: {}.</source>
        <translation>Tageszahlen und Abmeldungen der Kontakte stimmen nicht überein am: {}.</translation>
    </message>
    <message>
        <source>At {now}, {rate} of the contacts unsubscribe in {days} days; at {other} it is {other_rate}.</source>
        <translation>Bei {now} melden sich in {days} Tagen {rate} der Kontakte ab; bei {other} sind es {other_rate}.</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
    <message>
        <source>These days speak for writing less often than now.</source>
        <translation>Diese Tage sprechen dafür, seltener zu schreiben als jetzt.</translation>
    </message>
    <message>
        <source>As often as now fits; in your data more messages went with more opt-outs.</source>
        <translation>So oft wie jetzt passt; mit mehr Nachrichten gab es bei Ihnen mehr Abmeldungen.</translation>
    </message>
    <message>
        <source>As often as now fits.</source>
        <translation>So oft wie jetzt passt.</translation>
    </message>
    <message>
        <source>More messages went with more opt-outs, but within your limit more is read in all.</source>
        <translation>Mit mehr Nachrichten gab es mehr Abmeldungen, doch innerhalb Ihrer Grenze wird insgesamt mehr gelesen.</translation>
    </message>
    <message>
        <source>There a new contact reads more in all than at what you send now.</source>
        <translation>Dort liest ein neuer Kontakt insgesamt mehr als bei dem, was Sie jetzt senden.</translation>
    </message>
    <message>
        <source>Whether the frequency makes a difference, these days do not show.</source>
        <translation>Ob die Frequenz einen Unterschied macht, zeigen diese Tage nicht.</translation>
    </message>
    <message>
        <source>Your limit is {limit} in {days} days.</source>
        <translation>Ihre Grenze liegt bei {limit} in {days} Tagen.</translation>
    </message>
    <message>
        <source>In your data less has been more.</source>
        <translation>Weniger war bei Ihnen mehr.</translation>
    </message>
    <message>
        <source>In your data more messages went with fewer opt-outs.</source>
        <translation>Bei Ihnen gab es mit mehr Nachrichten weniger Abmeldungen.</translation>
    </message>
    <message>
        <source>Click or Enter: its days</source>
        <translation>Klick oder Eingabe: die Tage dazu</translation>
    </message>
    <message>
        <source>Here a new contact reads the most in a year.</source>
        <translation>Hier liest ein neuer Kontakt im Jahr am meisten.</translation>
    </message>
    <message>
        <source>With more messages the limit of {limit} in {days} days is exceeded.</source>
        <translation>Bei mehr Nachrichten wird die Grenze von {limit} in {days} Tagen überschritten.</translation>
    </message>
    <message>
        <source>But {range} unsubscribe there in {days} days: that may be more than the limit of {limit}.</source>
        <translation>Dabei melden sich aber {range} in {days} Tagen ab: Das kann mehr sein als die Grenze von {limit}.</translation>
    </message>
    <message>
        <source>In your data fewer messages went with fewer opt-outs.</source>
        <translation>Bei weniger Nachrichten haben sich bei Ihnen weniger abgemeldet.</translation>
    </message>
</context>
<context>
    <name>GatewayAccess</name>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>The gateway is being asked</source>
        <translation>Das Gateway wird gefragt</translation>
    </message>
    <message>
        <source>The gateway answers and lets us in</source>
        <translation>Das Gateway antwortet und lässt uns ein</translation>
    </message>
</context>
<context>
    <name>GatewayForm</name>
    <message>
        <source>Simulator, nothing leaves this computer</source>
        <translation>Simulator, nichts verlässt den Rechner</translation>
    </message>
    <message>
        <source>Kannel, a gateway of one&apos;s own</source>
        <translation>Kannel, eigenes Gateway</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Test mode: the gateway sends nothing</source>
        <translation>Testbetrieb: Das Gateway sendet nichts</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>National number</source>
        <translation>Nationale Nummer</translation>
    </message>
    <message>
        <source>International number</source>
        <translation>Internationale Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short number</source>
        <translation>Kurznummer</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Advertisement</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>empty: the account&apos;s own</source>
        <translation>leer: der des Kontos</translation>
    </message>
    <message>
        <source>Kind of sender</source>
        <translation>Art des Absenders</translation>
    </message>
    <message>
        <source>The name is registered with the Austrian regulator</source>
        <translation>Der Name ist bei der RTR eingetragen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Parts of an SMS at most</source>
        <translation>Teile einer SMS höchstens</translation>
    </message>
    <message>
        <source>Price of a part</source>
        <translation>Preis eines Teils</translation>
    </message>
    <message>
        <source>cents</source>
        <translation>Cent</translation>
    </message>
    <message>
        <source>SMS per second at most</source>
        <translation>SMS pro Sekunde höchstens</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Verbindungen gleichzeitig</translation>
    </message>
    <message>
        <source>Receiver of delivery reports</source>
        <translation>Empfänger der Zustellberichte</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>leer: keiner</translation>
    </message>
    <message>
        <source>Kannel has no test mode: each SMS reaches a phone.</source>
        <translation>Kannel hat keinen Testbetrieb: Jede SMS erreicht ein Telefon.</translation>
    </message>
    <message>
        <source>Kannel&apos;s max-messages has to be as large, or it cuts the text.</source>
        <translation>max-messages in Kannel muss gleich groß sein, sonst kürzt es den Text.</translation>
    </message>
    <message>
        <source>The address at which the gateway reaches “solution-desk receive”.</source>
        <translation>Die Adresse, unter der das Gateway „solution-desk receive“ erreicht.</translation>
    </message>
    <message>
        <source>Austrian networks may drop SMS from a name that is not registered.</source>
        <translation>Österreichische Netze können SMS von nicht eingetragenen Namen verwerfen.</translation>
    </message>
</context>
<context>
    <name>GatewayStep</name>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>to the keyring</source>
        <translation>kommt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>for this start only</source>
        <translation>nur für diesen Start</translation>
    </message>
    <message>
        <source>Own mobile number, for a test</source>
        <translation>Eigene Mobilnummer, für einen Versuch</translation>
    </message>
    <message>
        <source>Send a test SMS</source>
        <translation>Test-SMS senden</translation>
    </message>
    <message>
        <source>SMS gateway</source>
        <translation>SMS-Gateway</translation>
    </message>
    <message>
        <source>Who takes the SMS?</source>
        <translation>Wer nimmt die SMS entgegen?</translation>
    </message>
    <message>
        <source>With the simulator the desk is for training: nothing leaves this computer.</source>
        <translation>Mit dem Simulator ist der Desk zum Üben da: nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>zum Üben</translation>
    </message>
    <message>
        <source>The SMS is being sent</source>
        <translation>Die SMS wird gesendet</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>wird gesendet …</translation>
    </message>
    <message>
        <source>Solution Desk: this is a test.</source>
        <translation>Solution Desk: Das ist ein Versuch.</translation>
    </message>
    <message>
        <source>Taken, in test mode: no phone gets it</source>
        <translation>Angenommen, im Testbetrieb: kein Telefon bekommt sie</translation>
    </message>
    <message>
        <source>Handed to the gateway: look at the phone</source>
        <translation>Dem Gateway übergeben: am Telefon nachsehen</translation>
    </message>
    <message>
        <source>No clear answer: look at the phone</source>
        <translation>Keine klare Antwort: am Telefon nachsehen</translation>
    </message>
    <message>
        <source>Not taken ({code})</source>
        <translation>Nicht angenommen ({code})</translation>
    </message>
    <message>
        <source>Check address, user name, password and sender.</source>
        <translation>Adresse, Benutzername, Passwort und Absender prüfen.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Examine the desk</source>
        <translation>Arbeitsplatz prüfen</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The desk is being examined</source>
        <translation>Der Arbeitsplatz wird geprüft</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>Set up again …</source>
        <translation>Neu einrichten …</translation>
    </message>
</context>
<context>
    <name>HistoryBlock</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This number on other cards</source>
        <translation>Diese Nummer auf anderen Karten</translation>
    </message>
    <message>
        <source>Numbers of this service</source>
        <translation>Nummern dieses Dienstes</translation>
    </message>
    <message>
        <source>Sent from on</source>
        <translation>Absender am</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>blocked on {}</source>
        <translation>gesperrt am {}</translation>
    </message>
    <message>
        <source>no number on this day</source>
        <translation>an diesem Tag keine Nummer</translation>
    </message>
    <message>
        <source>{number}, blocked since {since}</source>
        <translation>{number}, gesperrt seit {since}</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>Exactly this</source>
        <translation>Genau das</translation>
    </message>
    <message>
        <source>Perhaps meant</source>
        <translation>Vielleicht gemeint</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>Contact in {service}</source>
        <translation>Kontakt in {service}</translation>
    </message>
    <message>
        <source>Nothing found. A name, an ICCID or the last four digits of a number will do.</source>
        <translation>Nichts gefunden. Ein Name, eine ICCID oder die letzten vier Ziffern einer Nummer genügen.</translation>
    </message>
    <message>
        <source>Read as digits of a number</source>
        <translation>Gelesen als Ziffern einer Nummer</translation>
    </message>
    <message>
        <source>Read as a name, a place or a number</source>
        <translation>Gelesen als Name, Ort oder Nummer</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Typed without “+”. Read as</source>
        <translation>Ohne „+“ eingegeben. Gelesen als</translation>
    </message>
    <message>
        <source> and as </source>
        <translation> und als </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>SIM card</source>
        <translation>SIM-Karte</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Aussendung</translation>
    </message>
    <message>
        <source>Customer number: {number}</source>
        <translation>Kundennummer: {number}</translation>
    </message>
    <message>
        <source>Service number: {number}</source>
        <translation>Dienstnummer: {number}</translation>
    </message>
    <message>
        <source>Number of the case: {number}</source>
        <translation>Nummer des Vorgangs: {number}</translation>
    </message>
    <message>
        <source>Number of the dispatch: {number}</source>
        <translation>Nummer der Aussendung: {number}</translation>
    </message>
    <message>
        <source>ICCID: {number}</source>
        <translation>ICCID: {number}</translation>
    </message>
    <message>
        <source>Phone of {person}: {number}</source>
        <translation>Telefon von {person}: {number}</translation>
    </message>
    <message>
        <source>Called from {number}</source>
        <translation>Angerufen von {number}</translation>
    </message>
    <message>
        <source>Sender number: {number}</source>
        <translation>Absendernummer: {number}</translation>
    </message>
    <message>
        <source>Number of the SIM card: {number}</source>
        <translation>Nummer der SIM-Karte: {number}</translation>
    </message>
    <message>
        <source>Mobile number of the contact: {number}</source>
        <translation>Handynummer des Kontakts: {number}</translation>
    </message>
    <message>
        <source>The last digits match: {number}</source>
        <translation>Die letzten Ziffern stimmen überein: {number}</translation>
    </message>
    <message>
        <source>The first digits match: {number}</source>
        <translation>Die ersten Ziffern stimmen überein: {number}</translation>
    </message>
    <message>
        <source>Name matches, number {number}</source>
        <translation>Name passt, Nummer {number}</translation>
    </message>
    <message>
        <source>Contact person: {number}</source>
        <translation>Ansprechperson: {number}</translation>
    </message>
    <message>
        <source>Place: {number}</source>
        <translation>Ort: {number}</translation>
    </message>
    <message numerus="yes">
        <source>first %n hit(s)</source>
        <translation>
            <numerusform>erster Treffer</numerusform>
            <numerusform>erste %n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoursStep</name>
    <message>
        <source>Sending hours</source>
        <translation>Sendezeiten</translation>
    </message>
    <message>
        <source>When may SMS go out?</source>
        <translation>Wann dürfen SMS hinausgehen?</translation>
    </message>
    <message>
        <source>Nobody is to be woken by an SMS: what is released later waits.</source>
        <translation>Keine SMS soll jemanden wecken: Was später freigegeben wird, wartet.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Choose exports</source>
        <translation>Exporte wählen</translation>
    </message>
    <message>
        <source>Exports (*.csv *.tsv *.txt *.xlsx *.zip)</source>
        <translation>Exporte (*.csv *.tsv *.txt *.xlsx *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Writing into the database</source>
        <translation>Wird in die Datenbank geschrieben</translation>
    </message>
    <message>
        <source>{rows} rows, {speed} a second</source>
        <translation>{rows} Zeilen, {speed} pro Sekunde</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>Der Import wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>ImportTables</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Needed columns</source>
        <translation>Nötige Spalten</translation>
    </message>
    <message>
        <source>More columns</source>
        <translation>Weitere Spalten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tageszahlen</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Strichpunkt</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>SIM {iccid}: the file says {reported}, the desk says {kept}. Please decide on the page SIM cards.</source>
        <translation>SIM {iccid}: In der Datei steht {reported}, hier {kept}. Bitte entscheiden Sie auf der Seite SIM-Karten.</translation>
    </message>
    <message>
        <source>SIM {iccid}: the file says {reported}, the desk knows the later {kept} and keeps it.</source>
        <translation>SIM {iccid}: Die Datei sagt {reported}, der Desk kennt den späteren Stand {kept} und behält ihn.</translation>
    </message>
    <message>
        <source>SIM {iccid}: the desk knows a later assignment than the file and keeps it.</source>
        <translation>SIM {iccid}: Der Desk kennt eine spätere Zuweisung als die Datei und behält sie.</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Unknown number: {number}. It stands in the search field.</source>
        <translation>Unbekannte Nummer: {number}. Sie steht im Suchfeld.</translation>
    </message>
    <message>
        <source>Call from a contact of {name}</source>
        <translation>Anruf von einem Kontakt von {name}</translation>
    </message>
    <message>
        <source>Call from a sender number of {name}</source>
        <translation>Anruf von einer Absendernummer von {name}</translation>
    </message>
    <message>
        <source>Call from {name}</source>
        <translation>Anruf von {name}</translation>
    </message>
    <message>
        <source>Call from {number}: it may be several</source>
        <translation>Anruf von {number}: es können mehrere sein</translation>
    </message>
    <message>
        <source>Call from an unknown number: {number}</source>
        <translation>Anruf von einer unbekannten Nummer: {number}</translation>
    </message>
    <message>
        <source>Open ({keys})</source>
        <translation>Öffnen ({keys})</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Search for a customer, a number, an ICCID</source>
        <translation>Kunde, Nummer oder ICCID suchen</translation>
    </message>
    <message>
        <source>Begin or end a call</source>
        <translation>Gespräch beginnen oder beenden</translation>
    </message>
    <message>
        <source>Next step of a case</source>
        <translation>Nächster Schritt eines Vorgangs</translation>
    </message>
    <message>
        <source>Back, nothing is lost; stops a countdown</source>
        <translation>Zurück, nichts geht verloren; stoppt einen Countdown</translation>
    </message>
    <message>
        <source>Save the SMS template</source>
        <translation>SMS-Vorlage speichern</translation>
    </message>
    <message>
        <source>Notes of the case</source>
        <translation>Notizen des Vorgangs</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Die Seite davor</translation>
    </message>
    <message>
        <source>First page of the side bar, Ctrl+2 the second …</source>
        <translation>Erste Seite der Seitenleiste, Strg+2 die zweite …</translation>
    </message>
    <message>
        <source>Choose the row of a list</source>
        <translation>Zeile einer Liste auswählen</translation>
    </message>
    <message>
        <source>Choose all that match</source>
        <translation>Alle passenden auswählen</translation>
    </message>
    <message>
        <source>Save the list as a table</source>
        <translation>Liste als Tabelle sichern</translation>
    </message>
    <message>
        <source>Read the page again</source>
        <translation>Seite neu laden</translation>
    </message>
    <message>
        <source>Cover the window</source>
        <translation>Fenster verdecken</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Open who calls, where the telephone has handed a call over</source>
        <translation>Öffnen, wer anruft, wenn das Telefon einen Anruf übergeben hat</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Welcome to the desk</source>
        <translation>Willkommen am Desk</translation>
    </message>
    <message>
        <source>A few questions. Each can be skipped, and answered later in the settings.</source>
        <translation>Einige Fragen. Jede lässt sich überspringen und später in den Einstellungen beantworten.</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Limit of the customer</source>
        <translation>Grenze des Kunden</translation>
    </message>
    <message>
        <source>% of the contacts in {} days</source>
        <translation>% der Kontakte in {} Tagen</translation>
    </message>
    <message>
        <source>Empty: the usual limit of the house.</source>
        <translation>Leer: die übliche Grenze des Hauses.</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>Grenze setzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How many may unsubscribe?</source>
        <translation>Wie viele dürfen sich abmelden?</translation>
    </message>
    <message>
        <source>No frequency that loses more than this is recommended to the customer.</source>
        <translation>Keine Frequenz, bei der sich mehr abmelden, wird dem Kunden empfohlen.</translation>
    </message>
    <message>
        <source>A limit is a number from 0.1 to 50 %.</source>
        <translation>Eine Grenze ist eine Zahl von 0,1 bis 50 %.</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>A second agent releases above</source>
        <translation>Zweite Freigabe nötig über</translation>
    </message>
    <message>
        <source>recipients</source>
        <translation>Empfängern</translation>
    </message>
    <message>
        <source>Countdown before sending</source>
        <translation>Countdown vor dem Senden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Wanted stock of SIM cards</source>
        <translation>Mindestbestand an SIM-Karten</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Opt-out rates are per</source>
        <translation>Abmelderaten gelten für</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Customers may lose in that time up to</source>
        <translation>Kunden dürfen in dieser Zeit verlieren bis zu</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>LimitKeeper</name>
    <message>
        <source>Limit set.</source>
        <translation>Grenze gesetzt.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>ListStates</name>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>Es wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Import the platform&apos;s export, and its incomplete sign-ups stand here.</source>
        <translation>Nach dem Import eines Exports der Plattform stehen hier seine unvollständigen Anmeldungen.</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>There are no incomplete sign-ups.</source>
        <translation>Es gibt keine unvollständigen Anmeldungen.</translation>
    </message>
    <message>
        <source>Whoever enters a number without sending the start message will stand here.</source>
        <translation>Wer seine Nummer einträgt und keine Startnachricht sendet, steht hier.</translation>
    </message>
    <message>
        <source>No sign-up matches the filter.</source>
        <translation>Keine Anmeldung passt zum Filter.</translation>
    </message>
    <message>
        <source>Other ages, reminders or reasons may match.</source>
        <translation>Ein anderes Alter, andere Erinnerungen oder Gründe passen vielleicht.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>NoteKeeper</name>
    <message>
        <source>saved {}</source>
        <translation>gespeichert {}</translation>
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
        <translation>Notiz, wird laufend gespeichert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Note, saved while you type</source>
        <translation>Notiz, wird laufend gespeichert</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Begin another note</source>
        <translation>Weitere Notiz beginnen</translation>
    </message>
    <message>
        <source>No note yet.</source>
        <translation>Noch keine Notiz.</translation>
    </message>
    <message>
        <source>Notes are seen by every colleague.</source>
        <translation>Notizen sehen alle im Team.</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
</context>
<context>
    <name>NoticeStep</name>
    <message>
        <source>Shall the contacts be told by SMS?</source>
        <translation>Sollen die Kontakte per SMS verständigt werden?</translation>
    </message>
    <message>
        <source>Yes, tell the contacts who were active</source>
        <translation>Ja, die zuvor aktiven Kontakte verständigen</translation>
    </message>
    <message>
        <source>No, the customer does not ask for it</source>
        <translation>Nein, der Kunde verlangt es nicht</translation>
    </message>
    <message>
        <source>The customer&apos;s wish</source>
        <translation>Wunsch des Kunden</translation>
    </message>
    <message>
        <source>Why it is offered in this case</source>
        <translation>Warum es in diesem Fall angeboten wird</translation>
    </message>
    <message>
        <source>It is offered in some cases only, and only when the customer asks.</source>
        <translation>Es wird nur in manchen Fällen angeboten, und nur auf Verlangen des Kunden.</translation>
    </message>
    <message>
        <source>“Shall we tell the contacts who were active the new number by SMS, and ask them to register again?”</source>
        <translation>„Sollen wir den zuvor aktiven Kontakten die neue Nummer per SMS mitteilen und sie bitten, sich neu anzumelden?“</translation>
    </message>
    <message>
        <source>“Good, then we tell nobody. You can ask for it later.”</source>
        <translation>„Gut, dann verständigen wir niemanden. Sie können es auch später noch verlangen.“</translation>
    </message>
</context>
<context>
    <name>NumberStep</name>
    <message numerus="yes">
        <source>SIM stock is low: %n free card(s)</source>
        <translation>
            <numerusform>SIM-Vorrat knapp: %n freie Karte</numerusform>
            <numerusform>SIM-Vorrat knapp: %n freie Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Which number does the service get?</source>
        <translation>Welche Nummer bekommt der Dienst?</translation>
    </message>
    <message>
        <source>Why it is blocked</source>
        <translation>Warum sie gesperrt ist</translation>
    </message>
    <message>
        <source>Blocked since</source>
        <translation>Gesperrt seit</translation>
    </message>
    <message>
        <source>Mark as blocked</source>
        <translation>Als gesperrt eintragen</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Neue Nummer</translation>
    </message>
    <message>
        <source>Give this number to the service</source>
        <translation>Diese Nummer dem Dienst geben</translation>
    </message>
    <message>
        <source>Go on with this change</source>
        <translation>Mit diesem Wechsel weiter</translation>
    </message>
    <message>
        <source>No number is free. Add SIM cards to the stock first.</source>
        <translation>Keine Nummer ist frei. Buchen Sie zuerst SIM-Karten ein.</translation>
    </message>
    <message>
        <source>Number before</source>
        <translation>Bisherige Nummer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Number now</source>
        <translation>Jetzige Nummer</translation>
    </message>
    <message>
        <source>{}: {} were active, {} are back, {} silent</source>
        <translation>{}: {} waren aktiv, {} sind zurück, {} still</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzter Wechsel</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
    <message>
        <source>“Your new number is **{}**.”</source>
        <translation>„Ihre neue Nummer ist **{}**.“</translation>
    </message>
    <message>
        <source>“A blocked number cannot be opened again. You get a new one from us.”</source>
        <translation>„Eine gesperrte Nummer lässt sich nicht mehr freischalten. Sie bekommen von uns eine neue.“</translation>
    </message>
    <message>
        <source>“Your active contacts have to register again on the new number.”</source>
        <translation>„Ihre aktiven Kontakte müssen sich auf der neuen Nummer neu anmelden.“</translation>
    </message>
</context>
<context>
    <name>NumberTest</name>
    <message>
        <source>The customer&apos;s phone or your own; the link in it opens the new number.</source>
        <translation>Telefon des Kunden oder Ihr eigenes; der Link darin öffnet die neue Nummer.</translation>
    </message>
    <message>
        <source>Test SMS to (optional)</source>
        <translation>Test-SMS an (freiwillig)</translation>
    </message>
    <message>
        <source>Send a test SMS</source>
        <translation>Test-SMS senden</translation>
    </message>
    <message>
        <source>Enter a mobile number.</source>
        <translation>Geben Sie eine Handynummer an.</translation>
    </message>
    <message>
        <source>The SMS is on its way …</source>
        <translation>Die SMS ist unterwegs …</translation>
    </message>
    <message>
        <source>Test mode: taken, but it reaches no phone.</source>
        <translation>Testbetrieb: angenommen, erreicht aber kein Telefon.</translation>
    </message>
    <message>
        <source>Taken by the gateway. Ask whether it has come.</source>
        <translation>Vom Gateway angenommen. Fragen Sie, ob sie da ist.</translation>
    </message>
    <message>
        <source>Test SMS with the new number sent.</source>
        <translation>Test-SMS mit der neuen Nummer gesendet.</translation>
    </message>
    <message>
        <source>The gateway has not answered. Ask whether it has come.</source>
        <translation>Das Gateway hat nicht geantwortet. Fragen Sie, ob sie da ist.</translation>
    </message>
    <message>
        <source>The gateway has refused it: {}</source>
        <translation>Das Gateway hat sie abgelehnt: {}</translation>
    </message>
    <message>
        <source>Whoever signed off gets no SMS, not even a test.</source>
        <translation>Wer sich abgemeldet hat, bekommt keine SMS, auch keinen Test.</translation>
    </message>
    <message>
        <source>This is not a mobile number.</source>
        <translation>Das ist keine Handynummer.</translation>
    </message>
</context>
<context>
    <name>NumberWatch</name>
    <message numerus="yes">
        <source>%n sender numbers got worse. See Start.</source>
        <translation>
            <numerusform>%n Absendernummer steht schlechter. Siehe Start.</numerusform>
            <numerusform>%n Absendernummern stehen schlechter. Siehe Start.</numerusform>
        </translation>
    </message>
    <message>
        <source>{customer}, {service}: sender number {number} has been blocked.</source>
        <translation>{customer}, {service}: Absendernummer {number} wurde gesperrt.</translation>
    </message>
    <message>
        <source>{customer}, {service}: sender number {number} has been warned.</source>
        <translation>{customer}, {service}: Absendernummer {number} wurde gewarnt.</translation>
    </message>
    <message>
        <source>A sender number has been blocked.</source>
        <translation>Eine Absendernummer wurde gesperrt.</translation>
    </message>
    <message>
        <source>A sender number has been warned.</source>
        <translation>Eine Absendernummer wurde gewarnt.</translation>
    </message>
</context>
<context>
    <name>PageBanner</name>
    <message>
        <source>The number of {} has been blocked since {}. No reminder is possible: it would lead people to a dead number.</source>
        <translation>Die Nummer von {} ist seit {} gesperrt. Keine Erinnerung möglich: Sie würde zu einer toten Nummer führen.</translation>
    </message>
    <message>
        <source>{} has no sender number. No reminder is possible until it has one.</source>
        <translation>{} hat keine Absendernummer. Bis dahin ist keine Erinnerung möglich.</translation>
    </message>
    <message>
        <source>To the customer</source>
        <translation>Zum Kunden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause case</source>
        <translation>Vorgang pausieren</translation>
    </message>
    <message>
        <source>Pause this case?</source>
        <translation>Diesen Vorgang pausieren?</translation>
    </message>
    <message>
        <source>Everything is kept. A colleague can go on with it, too.</source>
        <translation>Alles bleibt erhalten. Auch jemand anderer kann weitermachen.</translation>
    </message>
    <message>
        <source>Call back on</source>
        <translation>Rückruf am</translation>
    </message>
    <message>
        <source>Time of the call-back</source>
        <translation>Uhrzeit des Rückrufs</translation>
    </message>
</context>
<context>
    <name>PhonePreview</name>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Customer PIN</source>
        <translation>Kunden-PIN</translation>
    </message>
    <message>
        <source>Set the customer&apos;s PIN</source>
        <translation>Kunden-PIN festlegen</translation>
    </message>
    <message>
        <source>Four to eight digits. It is kept so that nobody can read it, you neither.</source>
        <translation>Vier bis acht Ziffern. Sie wird so aufbewahrt, dass niemand sie lesen kann, auch Sie nicht.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN festlegen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>A PIN has digits only.</source>
        <translation>Eine PIN hat nur Ziffern.</translation>
    </message>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>Eine PIN hat vier bis acht Ziffern.</translation>
    </message>
    <message>
        <source>Too easy to guess: choose other digits.</source>
        <translation>Zu leicht zu erraten: Wählen Sie andere Ziffern.</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>On this computer, for one person</source>
        <translation>Auf diesem Computer, für eine Person</translation>
    </message>
    <message>
        <source>A demonstration with invented data, thrown away afterwards</source>
        <translation>Eine Vorführung mit erfundenen Daten, die danach verworfen werden</translation>
    </message>
    <message>
        <source>In the database of the team (PostgreSQL)</source>
        <translation>In der Datenbank des Teams (PostgreSQL)</translation>
    </message>
    <message>
        <source>Address, without the password</source>
        <translation>Adresse, ohne das Passwort</translation>
    </message>
    <message>
        <source>Password; it goes to the system&apos;s keyring</source>
        <translation>Passwort; es kommt in den Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Password, for this start only</source>
        <translation>Passwort, nur für diesen Start</translation>
    </message>
    <message>
        <source>No keyring is running here that could keep it. For later starts, put it into PostgreSQL&apos;s own password file (.pgpass).</source>
        <translation>Hier läuft kein Schlüsselbund, der es verwahrt. Für spätere Starts gehört es in die Passwortdatei von PostgreSQL (.pgpass).</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Where shall the data lie?</source>
        <translation>Wo sollen die Daten liegen?</translation>
    </message>
    <message>
        <source>It can be changed later; data do not move along by themselves.</source>
        <translation>Das lässt sich später ändern; Daten ziehen nicht von selbst mit um.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>Die Adresse fehlt.</translation>
    </message>
    <message>
        <source>The database is being asked</source>
        <translation>Die Datenbank wird gefragt</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>It answers: the desk of the team, PostgreSQL {version}</source>
        <translation>Sie antwortet: der Desk des Teams, PostgreSQL {version}</translation>
    </message>
    <message>
        <source>It answers and is empty: it will be set up, PostgreSQL {version}</source>
        <translation>Sie antwortet und ist leer: sie wird eingerichtet, PostgreSQL {version}</translation>
    </message>
</context>
<context>
    <name>PlaceholderMenu</name>
    <message>
        <source>Name of the customer</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Name des Dienstes</translation>
    </message>
    <message>
        <source>Start word</source>
        <translation>Startwort</translation>
    </message>
    <message>
        <source>Sender number</source>
        <translation>Absendernummer</translation>
    </message>
    <message>
        <source>Number before</source>
        <translation>Bisherige Nummer</translation>
    </message>
    <message>
        <source>Sign-up link</source>
        <translation>Anmelde-Link</translation>
    </message>
    <message>
        <source>Stop word</source>
        <translation>Stoppwort</translation>
    </message>
</context>
<context>
    <name>PlatformAccess</name>
    <message numerus="yes">
        <source>%n number(s) read</source>
        <translation>
            <numerusform>%n Nummer gelesen</numerusform>
            <numerusform>%n Nummern gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt abfragen</translation>
    </message>
    <message>
        <source>The platform is being asked</source>
        <translation>Die Plattform wird gerade abgefragt</translation>
    </message>
</context>
<context>
    <name>PlatformForm</name>
    <message>
        <source>WhatsApp Business account</source>
        <translation>WhatsApp-Business-Konto</translation>
    </message>
    <message>
        <source>its number; empty: none</source>
        <translation>Kontonummer; leer: keines</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Version of the interface</source>
        <translation>Version der Schnittstelle</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>Abfragen alle</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>Choose others</source>
        <translation>Andere wählen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>{} file</source>
        <translation>{} Datei</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} Dateien</translation>
    </message>
    <message>
        <source>{files} to read</source>
        <translation>{files} zu lesen</translation>
    </message>
    <message>
        <source>about {rows} rows</source>
        <translation>etwa {rows} Zeilen</translation>
    </message>
    <message>
        <source>Import {files}</source>
        <translation>{files} importieren</translation>
    </message>
    <message>
        <source>Unknown columns are not read: {columns}</source>
        <translation>Unbekannte Spalten werden nicht gelesen: {columns}</translation>
    </message>
    <message>
        <source>Passed over, no table: {names}</source>
        <translation>Übergangen, keine Tabelle: {names}</translation>
    </message>
    <message>
        <source>First rows of {name}</source>
        <translation>Erste Zeilen von {name}</translation>
    </message>
</context>
<context>
    <name>PrivacyCurtain</name>
    <message>
        <source>Covered</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Nothing is lost. Esc shows the window again.</source>
        <translation>Nichts ist verloren. Esc zeigt das Fenster wieder.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
</context>
<context>
    <name>ProgressBlock</name>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <source>a test; real SMS would wait until {time}</source>
        <translation>ein Test; echte SMS würden bis {time} warten</translation>
    </message>
    <message>
        <source>{sum} = {found} recipients</source>
        <translation>{sum} = {found} Empfänger</translation>
    </message>
    <message>
        <source>{sum} = {found} recipient</source>
        <translation>{sum} = {found} Empfänger</translation>
    </message>
    <message>
        <source>begins in {time}</source>
        <translation>beginnt in {time}</translation>
    </message>
    <message>
        <source>{rate} SMS per second, about {time} left</source>
        <translation>{rate} SMS je Sekunde, noch etwa {time}</translation>
    </message>
    <message>
        <source>{rate} SMS per minute, about {time} left</source>
        <translation>{rate} SMS pro Minute, noch etwa {time}</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>Verify the caller</source>
        <translation>Anrufer prüfen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message numerus="yes">
        <source>Wrong. %n more try(s).</source>
        <translation>
            <numerusform>Falsch. Noch %n Versuch.</numerusform>
            <numerusform>Falsch. Noch %n Versuche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Send a code to {}</source>
        <translation>Code an {} senden</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>Code senden</translation>
    </message>
    <message>
        <source>No number is stored for this customer.</source>
        <translation>Für diesen Kunden ist keine Nummer hinterlegt.</translation>
    </message>
    <message>
        <source>Code that the caller reads out</source>
        <translation>Code, den der Anrufer vorliest</translation>
    </message>
    <message>
        <source>Customer PIN</source>
        <translation>Kunden-PIN</translation>
    </message>
    <message>
        <source>The code is on its way …</source>
        <translation>Der Code ist unterwegs …</translation>
    </message>
    <message>
        <source>Training: the code is {}, valid until {}.</source>
        <translation>Übung: Der Code ist {}, gültig bis {}.</translation>
    </message>
    <message>
        <source>Sent. Valid until {}.</source>
        <translation>Gesendet. Gültig bis {}.</translation>
    </message>
    <message>
        <source>The gateway has not answered; it may have arrived.</source>
        <translation>Das Gateway hat nicht geantwortet; vielleicht ist er angekommen.</translation>
    </message>
    <message>
        <source>The gateway has refused it. Check another way.</source>
        <translation>Das Gateway hat abgelehnt. Prüfen Sie auf anderem Weg.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Wrong too often. Locked until {}.</source>
        <translation>Zu oft falsch. Gesperrt bis {}.</translation>
    </message>
    <message>
        <source>Wrong too often.</source>
        <translation>Zu oft falsch.</translation>
    </message>
    <message>
        <source>No code is valid now: send one.</source>
        <translation>Gerade gilt kein Code: Senden Sie einen.</translation>
    </message>
    <message>
        <source>This customer has no PIN; a supervisor can set one.</source>
        <translation>Dieser Kunde hat keine PIN; die Teamleitung kann eine festlegen.</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone of the customer service</source>
        <translation>Telefon des Kundenservice</translation>
    </message>
    <message>
        <source>Mail of the customer service</source>
        <translation>E-Mail des Kundenservice</translation>
    </message>
    <message>
        <source>Address of the SMS tool</source>
        <translation>Adresse des SMS-Tools</translation>
    </message>
</context>
<context>
    <name>ProviderStep</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>How is the customer service reached?</source>
        <translation>Wie ist der Kundendienst erreichbar?</translation>
    </message>
    <message>
        <source>The page Answers names it to agents, for those who call.</source>
        <translation>Die Seite Antworten nennt das für alle, die anrufen.</translation>
    </message>
</context>
<context>
    <name>RangeLabel</name>
    <message>
        <source>{} to {} of {}</source>
        <translation>{} bis {} von {}</translation>
    </message>
</context>
<context>
    <name>RankingPage</name>
    <message>
        <source>Loss of all services</source>
        <translation>Verlust aller Dienste</translation>
    </message>
    <message>
        <source>One service</source>
        <translation>Ein Dienst</translation>
    </message>
    <message>
        <source>All services are being estimated …</source>
        <translation>Alle Dienste werden geschätzt …</translation>
    </message>
    <message>
        <source>Loss in {days} days, from the last 30 days with traffic. A service with little data is drawn to the others. Stands out: the range leaves out the mean of all, or the month differs from the one before by more than chance.</source>
        <translation>Verlust in {days} Tagen, aus den letzten 30 Tagen mit Versanddaten. Ein Dienst mit wenig Daten wird zu den anderen gezogen. Auffällig: Der Bereich enthält den Schnitt aller nicht, oder der Monat weicht mehr vom Monat davor ab, als Zufall erklärt.</translation>
    </message>
    <message>
        <source>No service stands out in this way.</source>
        <translation>So fällt kein Dienst auf.</translation>
    </message>
    <message>
        <source>Choose all above.</source>
        <translation>Oben „Alle“ wählen.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>It takes at least 8 services with traffic, and opt-outs at some of them.</source>
        <translation>Es braucht mindestens 8 Dienste mit Versanddaten und Abmeldungen bei einigen davon.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>Changed this month</source>
        <translation>In diesem Monat verändert</translation>
    </message>
</context>
<context>
    <name>RateBlock</name>
    <message>
        <source>Opt-outs in {} days, % of the active contacts</source>
        <translation>Abmeldungen in {} Tagen, % der aktiven Kontakte</translation>
    </message>
    <message>
        <source>Messages a day (mean of the last 7 days)</source>
        <translation>Nachrichten am Tag (Schnitt der letzten 7 Tage)</translation>
    </message>
    <message>
        <source>10 % says the FAQ, the period is not stated there</source>
        <translation>10 % laut FAQ, Zeitraum dort nicht angegeben</translation>
    </message>
    <message>
        <source>FAQ: 1 to 3 a day</source>
        <translation>FAQ: 1 bis 3 am Tag</translation>
    </message>
    <message>
        <source>weeks, area = contact-days</source>
        <translation>Wochen, Fläche = Kontakt-Tage</translation>
    </message>
    <message>
        <source>few data</source>
        <translation>wenige Daten</translation>
    </message>
    <message>
        <source>after a number change</source>
        <translation>nach Nummernwechsel</translation>
    </message>
    <message>
        <source>above the upper edge</source>
        <translation>über dem oberen Rand</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>own, 95 % range</source>
        <translation>eigene, 95-%-Bereich</translation>
    </message>
    <message>
        <source>peers, {} services</source>
        <translation>Vergleich, {} Dienste</translation>
    </message>
</context>
<context>
    <name>ReadBlock</name>
    <message>
        <source>Read, % of the messages</source>
        <translation>Gelesen, % der Nachrichten</translation>
    </message>
    <message>
        <source>Clicked, % of the messages</source>
        <translation>Geklickt, % der Nachrichten</translation>
    </message>
    <message>
        <source>{} of the messages read</source>
        <translation>{} der Nachrichten gelesen</translation>
    </message>
    <message>
        <source>{} of the messages clicked</source>
        <translation>{} der Nachrichten geklickt</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Who gets an SMS?</source>
        <translation>Wer bekommt eine SMS?</translation>
    </message>
    <message>
        <source>Numbers are partly hidden until the caller is verified.</source>
        <translation>Nummern sind teilweise verdeckt, bis der Anrufer geprüft ist.</translation>
    </message>
    <message>
        <source>{} unsubscribed and {} suppressed contacts are never in this list.</source>
        <translation>{} Abgemeldete und {} Gesperrte stehen nie in dieser Liste.</translation>
    </message>
</context>
<context>
    <name>RecipientTable</name>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Nobody is on this list.</source>
        <translation>Auf dieser Liste steht niemand.</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Age, days</source>
        <translation>Alter, Tage</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Erinnert</translation>
    </message>
</context>
<context>
    <name>Recipients</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>incomplete sign-ups</source>
        <translation>unvollständige Anmeldungen</translation>
    </message>
    <message>
        <source>get an SMS</source>
        <translation>bekommen eine SMS</translation>
    </message>
    <message>
        <source>get none</source>
        <translation>bekommen keine</translation>
    </message>
    <message>
        <source>were active on the old number</source>
        <translation>waren auf der alten Nummer aktiv</translation>
    </message>
    <message>
        <source>{} on the list: {} get an SMS, {} do not</source>
        <translation>{} auf der Liste: {} bekommen eine SMS, {} nicht</translation>
    </message>
    <message>
        <source>Is that all right?”</source>
        <translation>Ist das so in Ordnung?“</translation>
    </message>
    <message>
        <source>Nobody of them can get an SMS today: {}.”</source>
        <translation>Davon kann heute niemand eine SMS bekommen: {}.“</translation>
    </message>
    <message>
        <source>“1 contact was active on the old number.</source>
        <translation>„1 Kontakt war auf der alten Nummer aktiv.</translation>
    </message>
    <message>
        <source>“{} contacts were active on the old number.</source>
        <translation>„{} Kontakte waren auf der alten Nummer aktiv.</translation>
    </message>
    <message>
        <source>“I see 1 sign-up that lacks only the start message.</source>
        <translation>„Ich sehe 1 Anmeldung, der nur noch die Startnachricht fehlt.</translation>
    </message>
    <message>
        <source>“I see {} sign-ups that lack only the start message.</source>
        <translation>„Ich sehe {} Anmeldungen, denen nur noch die Startnachricht fehlt.</translation>
    </message>
    <message>
        <source>**1 of them gets an SMS</source>
        <translation>**1 davon bekommt eine SMS</translation>
    </message>
    <message>
        <source>**{} of them get an SMS</source>
        <translation>**{} davon bekommen eine SMS</translation>
    </message>
    <message>
        <source>**1 of them gets an SMS today</source>
        <translation>**1 davon bekommt heute eine SMS</translation>
    </message>
    <message>
        <source>**{} of them get an SMS today</source>
        <translation>**{} davon bekommen heute eine SMS</translation>
    </message>
    <message>
        <source>{}, {} do not:** {}.</source>
        <translation>{}, {} nicht:** {}.</translation>
    </message>
</context>
<context>
    <name>RecipientsStep</name>
    <message>
        <source>Who gets the SMS?</source>
        <translation>Wer bekommt die SMS?</translation>
    </message>
    <message>
        <source>The list has changed since the caller agreed. Read the numbers again.</source>
        <translation>Die Liste hat sich seit dem Ja des Anrufers geändert. Lesen Sie die Zahlen noch einmal vor.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No SMS: {}</source>
        <translation>Keine SMS: {}</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>{} of {} · single ones can be taken out</source>
        <translation>{} von {} · einzelne abwählen ist möglich</translation>
    </message>
    <message>
        <source>{} of {} · masked until the caller is verified in this call</source>
        <translation>{} von {} · verdeckt, bis der Anrufer in diesem Gespräch geprüft ist</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Einverstanden</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Yes, agreed</source>
        <translation>Ja, einverstanden</translation>
    </message>
    <message>
        <source>No …</source>
        <translation>Nein …</translation>
    </message>
    <message>
        <source>Agrees to 1 recipient.</source>
        <translation>Mit 1 Empfänger einverstanden.</translation>
    </message>
    <message>
        <source>Agrees to {} recipients.</source>
        <translation>Mit {} Empfängern einverstanden.</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Supervisor who agrees</source>
        <translation>Wer aus der Teamleitung zustimmt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Release sending</source>
        <translation>Versand freigeben</translation>
    </message>
    <message>
        <source>Let sending go on?</source>
        <translation>Den Versand weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>{} SMS waits here.</source>
        <comment>one</comment>
        <translation>{} SMS wartet hier.</translation>
    </message>
    <message>
        <source>{} SMS wait here.</source>
        <comment>many</comment>
        <translation>{} SMS warten hier.</translation>
    </message>
    <message>
        <source>What waits may have been sent: call it unclear, decide one by one</source>
        <translation>Was wartet, wurde vielleicht gesendet: als unklar führen, einzeln entscheiden</translation>
    </message>
    <message>
        <source>Nothing was sent meanwhile: send what waits</source>
        <translation>Inzwischen wurde nichts gesendet: senden, was wartet</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>Geben Sie einen Grund an.</translation>
    </message>
</context>
<context>
    <name>ReleaseFacts</name>
    <message>
        <source>{} of {} contacts, {}</source>
        <translation>{} von {} Kontakten, {}</translation>
    </message>
    <message>
        <source>{} of {} sign-ups, {}</source>
        <translation>{} von {} Anmeldungen, {}</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>checked by {}</source>
        <translation>geprüft mit {}</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>{}, in test mode {}</source>
        <translation>{}, im Testbetrieb {}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>{}: TEST MODE, nothing reaches a phone</source>
        <translation>{}: TESTBETRIEB, nichts erreicht ein Telefon</translation>
    </message>
    <message>
        <source>{}: real operation</source>
        <translation>{}: Echtbetrieb</translation>
    </message>
    <message>
        <source>Being released …</source>
        <translation>Wird freigegeben …</translation>
    </message>
    <message>
        <source>Released by {}, {}.</source>
        <translation>Freigegeben von {}, {}.</translation>
    </message>
    <message>
        <source>Second release by {}.</source>
        <translation>Zweite Freigabe von {}.</translation>
    </message>
    <message>
        <source>A second release is needed only from {} recipients on.</source>
        <translation>Eine zweite Freigabe ist erst ab {} Empfängern nötig.</translation>
    </message>
    <message>
        <source>Resume the case first.</source>
        <translation>Nehmen Sie den Vorgang zuerst wieder auf.</translation>
    </message>
    <message>
        <source>Something is missing in the step {}.</source>
        <translation>Im Schritt {} fehlt noch etwas.</translation>
    </message>
    <message>
        <source>SMS go out again from {} on.</source>
        <translation>SMS gehen wieder hinaus ab {}.</translation>
    </message>
    <message>
        <source>A colleague has to release as well.</source>
        <translation>Eine zweite Person muss ebenfalls freigeben.</translation>
    </message>
    <message>
        <source>The second release is a colleague&apos;s.</source>
        <translation>Die zweite Freigabe macht jemand anderer.</translation>
    </message>
    <message>
        <source>Type the number of SMS first.</source>
        <translation>Tippen Sie zuerst die Anzahl der SMS ein.</translation>
    </message>
</context>
<context>
    <name>ReleaseStep</name>
    <message numerus="yes">
        <source>{} in %n second(s)</source>
        <translation>
            <numerusform>{} in %n Sekunde hinaus</numerusform>
            <numerusform>{} in %n Sekunden hinaus</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the number of SMS</source>
        <translation>Anzahl der SMS eintippen</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Vor- und Nachname</translation>
    </message>
    <message>
        <source>Colleague who releases as well</source>
        <translation>Wer gibt als Zweites frei?</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>fills as soon as sending begins</source>
        <translation>füllt sich, sobald der Versand beginnt</translation>
    </message>
    <message>
        <source>Shall {} SMS go out?</source>
        <translation>Sollen {} SMS hinausgehen?</translation>
    </message>
    <message>
        <source>{} SMS are released</source>
        <translation>{} SMS sind freigegeben</translation>
    </message>
    <message>
        <source>1 SMS leaves</source>
        <translation>1 SMS geht</translation>
    </message>
    <message>
        <source>{} SMS leave</source>
        <translation>{} SMS gehen</translation>
    </message>
    <message>
        <source>Until then nothing has been sent.</source>
        <translation>Bis dahin ist nichts versendet.</translation>
    </message>
    <message>
        <source>“I am releasing **{} SMS** now. The first ones leave in a few seconds.</source>
        <translation>„Ich gebe jetzt **{} SMS** frei. In wenigen Sekunden gehen die ersten hinaus.</translation>
    </message>
    <message>
        <source>If anything else comes to your mind, I can stop at any time.”</source>
        <translation>Wenn Ihnen noch etwas einfällt, kann ich jederzeit anhalten.“</translation>
    </message>
    <message>
        <source>“Everything is prepared: **{} SMS**. May I send them?”</source>
        <translation>„Alles ist vorbereitet: **{} SMS**. Darf ich sie senden?“</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Weiter: {}</translation>
    </message>
    <message>
        <source>Send 1 SMS</source>
        <translation>1 SMS senden</translation>
    </message>
    <message>
        <source>Send {} SMS</source>
        <translation>{} SMS senden</translation>
    </message>
    <message>
        <source>back, nothing is lost</source>
        <translation>zurück, nichts geht verloren</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Nothing more leaves this computer.</source>
        <translation>Es verlässt nichts mehr diesen Rechner.</translation>
    </message>
    <message>
        <source>The stop is not saved yet. {}</source>
        <translation>Der Stopp ist noch nicht gespeichert. {}</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Reminders of one sign-up at most</source>
        <translation>Erinnerungen je Anmeldung höchstens</translation>
    </message>
    <message>
        <source>Between two reminders at least</source>
        <translation>Zwischen zwei Erinnerungen mindestens</translation>
    </message>
    <message>
        <source>Sign-up is at least</source>
        <translation>Anmeldung ist mindestens</translation>
    </message>
    <message>
        <source>days old</source>
        <translation>Tage alt</translation>
    </message>
    <message>
        <source>Sign-up is at most</source>
        <translation>Anmeldung ist höchstens</translation>
    </message>
    <message>
        <source>Numbers of these countries</source>
        <translation>Nummern dieser Länder</translation>
    </message>
    <message>
        <source>empty: all</source>
        <translation>leer: alle</translation>
    </message>
</context>
<context>
    <name>ReportPart</name>
    <message>
        <source>How the rows ended</source>
        <translation>Was aus den Zeilen wurde</translation>
    </message>
    <message>
        <source>read = new + changed + unchanged + rejected</source>
        <translation>gelesen = neu + geändert + unverändert + abgewiesen</translation>
    </message>
    <message>
        <source>Why rows were rejected</source>
        <translation>Warum Zeilen abgewiesen wurden</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Import more</source>
        <translation>Weitere importieren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{changed} brought something new.</source>
        <translation>{changed} brachten etwas Neues.</translation>
    </message>
    <message>
        <source>Nothing was new.</source>
        <translation>Nichts war neu.</translation>
    </message>
    <message>
        <source>{rows} rows read in {seconds} s.</source>
        <translation>{rows} Zeilen in {seconds} s gelesen.</translation>
    </message>
    <message>
        <source>{rejected} were rejected.</source>
        <translation>{rejected} wurden abgewiesen.</translation>
    </message>
    <message>
        <source>rejected in all</source>
        <translation>insgesamt abgewiesen</translation>
    </message>
    <message>
        <source>These files hold the rejected rows. Correct them there and import them again.</source>
        <translation>Diese Dateien enthalten die abgewiesenen Zeilen. Dort berichtigen und erneut importieren.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>{name}: unknown columns were not read: {columns}</source>
        <translation>{name}: unbekannte Spalten nicht gelesen: {columns}</translation>
    </message>
    <message>
        <source>{name}: passed over, no table</source>
        <translation>{name}: übergangen, keine Tabelle</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>RequestStep</name>
    <message>
        <source>What is asked for?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>As exactly as the customer says it</source>
        <translation>So genau, wie der Kunde es sagt</translation>
    </message>
    <message>
        <source>Reached us by</source>
        <translation>Erreichte uns über</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Angefragt am</translation>
    </message>
    <message>
        <source>Exact wish</source>
        <translation>Genauer Wunsch</translation>
    </message>
    <message>
        <source>Without a recorded request no SMS goes out.</source>
        <translation>Ohne festgehaltene Anfrage geht keine SMS hinaus.</translation>
    </message>
    <message>
        <source>The customer&apos;s reference (optional)</source>
        <translation>Zeichen des Kunden (freiwillig)</translation>
    </message>
    <message>
        <source>“What exactly shall we do for you? I am writing it down.”</source>
        <translation>„Was genau sollen wir für Sie tun? Ich schreibe mit.“</translation>
    </message>
    <message>
        <source>“We send such an SMS only when you ask for it.”</source>
        <translation>„So eine SMS senden wir nur auf Ihren Wunsch.“</translation>
    </message>
    <message>
        <source>“I have written down: **{}**</source>
        <translation>„Ich habe notiert: **{}**</translation>
    </message>
    <message>
        <source>Is that what you want?”</source>
        <translation>Passt das so?“</translation>
    </message>
</context>
<context>
    <name>RunningBlock</name>
    <message>
        <source>Running now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Nothing is being sent.</source>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>A released dispatch appears here until its last SMS is handed over.</source>
        <translation>Eine freigegebene Aussendung steht hier, bis ihre letzte SMS übergeben ist.</translation>
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
    <name>Screens</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Sign-ups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Aussendungen</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Aussendung</translation>
    </message>
    <message>
        <source>Unclear SMS</source>
        <translation>Unklare SMS</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>SMS templates</source>
        <translation>SMS-Vorlagen</translation>
    </message>
    <message>
        <source>SMS template</source>
        <translation>SMS-Vorlage</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Loss of all services</source>
        <translation>Verlust aller Dienste</translation>
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
    <name>SecretAccess</name>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>Im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Known until the program ends; this system has no keyring</source>
        <translation>Bis zum Programmende bekannt; dieses System hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>wird gefragt …</translation>
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
    <name>SelectionTeller</name>
    <message>
        <source>{} selected</source>
        <translation>{} ausgewählt</translation>
    </message>
    <message>
        <source>Prepare reminder …</source>
        <translation>Erinnerung vorbereiten …</translation>
    </message>
    <message>
        <source>Being counted …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Prepare reminder for {} …</source>
        <translation>Erinnerung an {} vorbereiten …</translation>
    </message>
    <message>
        <source>None of them may get an SMS.</source>
        <translation>Niemand davon darf eine SMS bekommen.</translation>
    </message>
    <message>
        <source>One service at a time: choose it above.</source>
        <translation>Nur ein Dienst auf einmal: oben wählen.</translation>
    </message>
    <message>
        <source>{} gets an SMS</source>
        <translation>{} bekommt eine SMS</translation>
    </message>
    <message>
        <source>{} get an SMS</source>
        <translation>{} bekommen eine SMS</translation>
    </message>
    <message>
        <source>{} not: {}</source>
        <translation>{} nicht: {}</translation>
    </message>
    <message>
        <source>{} not</source>
        <translation>{} nicht</translation>
    </message>
    <message>
        <source>{} for other reasons</source>
        <translation>{} aus anderen Gründen</translation>
    </message>
</context>
<context>
    <name>SenderWatch</name>
    <message>
        <source>Password of the gateway</source>
        <translation>Passwort des Gateways</translation>
    </message>
    <message>
        <source>Password or token for {account}. It is asked once for each start.</source>
        <translation>Passwort oder Token für {account}. Es wird einmal je Start gefragt.</translation>
    </message>
</context>
<context>
    <name>SendingStep</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>State of the SMS</source>
        <translation>Stand der SMS</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Stopped, nothing was sent</source>
        <translation>Angehalten, nichts wurde versendet</translation>
    </message>
    <message>
        <source>Stopped after {} of {} SMS</source>
        <translation>Angehalten nach {} von {} SMS</translation>
    </message>
    <message>
        <source>Paused after {} of {} SMS</source>
        <translation>Pausiert nach {} von {} SMS</translation>
    </message>
    <message>
        <source>{} of {} SMS processed</source>
        <translation>{} von {} SMS verarbeitet</translation>
    </message>
    <message>
        <source>begins in a moment</source>
        <translation>beginnt gleich</translation>
    </message>
    <message>
        <source>about {} left</source>
        <translation>noch etwa {}</translation>
    </message>
    <message>
        <source>Reports of delivery still come in by themselves.</source>
        <translation>Zustellberichte kommen noch von selbst herein.</translation>
    </message>
    <message>
        <source>Stop ends it after the SMS under way. What is at the gateway cannot be called back.</source>
        <translation>Stopp hält nach der laufenden SMS an. Was beim Gateway ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Sending is paused. The dispatch says why, and how it goes on.</source>
        <translation>Der Versand ist pausiert. Die Aussendung sagt, warum und wie es weitergeht.</translation>
    </message>
    <message>
        <source>Open dispatch</source>
        <translation>Aussendung öffnen</translation>
    </message>
    <message>
        <source>1 SMS is unclear, the gateway has not answered. You decide afterwards.</source>
        <translation>1 SMS ist unklar, das Gateway hat nicht geantwortet. Sie entscheiden nach dem Versand.</translation>
    </message>
    <message>
        <source>{} SMS are unclear, the gateway has not answered. You decide afterwards.</source>
        <translation>{} SMS sind unklar, das Gateway hat nicht geantwortet. Sie entscheiden nach dem Versand.</translation>
    </message>
    <message>
        <source>Whoever answers **{}** is registered. Tomorrow I can tell you how many it were.”</source>
        <translation>Wer darauf **{}** schickt, ist fertig angemeldet. Morgen kann ich Ihnen sagen, wie viele es waren.“</translation>
    </message>
    <message>
        <source>“**{} SMS** have left.</source>
        <translation>„**{} SMS** sind hinausgegangen.</translation>
    </message>
    <message>
        <source>“The first **{} SMS** are delivered already. The others follow now.</source>
        <translation>„Die ersten **{} SMS** sind schon zugestellt. Die übrigen folgen jetzt.</translation>
    </message>
    <message>
        <source>“The SMS are going out now.</source>
        <translation>„Die SMS gehen jetzt hinaus.</translation>
    </message>
    <message>
        <source>“I have stopped it: **{} SMS** do not go out.”</source>
        <translation>„Ich habe angehalten: **{} SMS** gehen nicht hinaus.“</translation>
    </message>
    <message>
        <source>You can leave this window, sending goes on.</source>
        <translation>Sie können dieses Fenster verlassen, der Versand läuft weiter.</translation>
    </message>
    <message>
        <source>It is not stopped: {} Press Stop again.</source>
        <translation>Nicht angehalten: {} Drücken Sie noch einmal Stopp.</translation>
    </message>
</context>
<context>
    <name>SetUpAgain</name>
    <message>
        <source>The database is another one at the next start.</source>
        <translation>Beim nächsten Start ist es die andere Datenbank.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n stored values cannot be used; the usual ones hold.</source>
        <translation>
            <numerusform>%n gespeicherter Wert ist nicht verwendbar; der übliche gilt.</numerusform>
            <numerusform>%n gespeicherte Werte sind nicht verwendbar; die üblichen gelten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What stands up to Provider holds for all agents on this database.</source>
        <translation>Was bis „Anbieter“ steht, gilt für alle an dieser Datenbank.</translation>
    </message>
    <message>
        <source>What the SMS say, for all customers or for one, with every earlier version.</source>
        <translation>Was in den SMS steht, für alle Kunden oder für einen, mit jeder früheren Fassung.</translation>
    </message>
    <message>
        <source>SMS templates</source>
        <translation>SMS-Vorlagen</translation>
    </message>
    <message>
        <source>SMS gateway</source>
        <translation>SMS-Gateway</translation>
    </message>
    <message>
        <source>Reminders and sending window</source>
        <translation>Erinnerungen und Sendefenster</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Sender numbers</source>
        <translation>Absendernummern</translation>
    </message>
    <message>
        <source>Business Platform</source>
        <translation>Business-Plattform</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Saved for all agents.</source>
        <translation>Für alle gespeichert.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>SettingsProblem</name>
    <message>
        <source>Something has to stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Das ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This is no mail address: name@example.com</source>
        <translation>Das ist keine E-Mail-Adresse: name@example.com</translation>
    </message>
    <message>
        <source>The address has to begin with https://</source>
        <translation>Die Adresse muss mit https:// beginnen</translation>
    </message>
    <message>
        <source>Numbers: digits only, with country code. Names: at most 11 letters and digits.</source>
        <translation>Nummern: nur Ziffern, mit Landesvorwahl. Namen: höchstens 11 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>The rules of the house do not allow this.</source>
        <translation>Das lassen die Regeln des Hauses nicht zu.</translation>
    </message>
    <message>
        <source>Possible is {lowest} to {highest}.</source>
        <translation>Möglich ist {lowest} bis {highest}.</translation>
    </message>
</context>
<context>
    <name>SetupDialog</name>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen, wie es ist</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Später einrichten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Start the demonstration</source>
        <translation>Vorführung starten</translation>
    </message>
    <message>
        <source>Start the desk</source>
        <translation>Desk starten</translation>
    </message>
    <message>
        <source>Correct what is marked, or skip this step.</source>
        <translation>Das Markierte richtigstellen oder diesen Schritt überspringen.</translation>
    </message>
    <message>
        <source>It is being written</source>
        <translation>Es wird geschrieben</translation>
    </message>
    <message>
        <source>Leave everything as it is?</source>
        <translation>Alles so lassen, wie es ist?</translation>
    </message>
    <message>
        <source>What was entered here is not taken over.</source>
        <translation>Was hier eingegeben wurde, wird nicht übernommen.</translation>
    </message>
    <message>
        <source>Set up later?</source>
        <translation>Später einrichten?</translation>
    </message>
    <message>
        <source>What was entered stays here while you think about it. With “Close” nothing is written, and the next start asks again.</source>
        <translation>Was eingegeben wurde, bleibt inzwischen stehen. Mit „Schließen“ wird nichts geschrieben, und der nächste Start fragt wieder.</translation>
    </message>
    <message>
        <source>Go on setting up</source>
        <translation>Weiter einrichten</translation>
    </message>
    <message>
        <source>Start with the usual settings</source>
        <translation>Mit den üblichen Einstellungen starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SheetSaver</name>
    <message>
        <source>Save the charts</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Page (*.pdf)</source>
        <translation>Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Recommended: {}.</source>
        <translation>Empfohlen: {}.</translation>
    </message>
    <message>
        <source>Span: {}. Observed, not compared in a test.</source>
        <translation>Zeitraum: {}. Beobachtet, nicht im Test verglichen.</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Gespeichert als {}</translation>
    </message>
    <message>
        <source>The file could not be saved: {}</source>
        <translation>Die Datei konnte nicht gespeichert werden: {}</translation>
    </message>
</context>
<context>
    <name>Signups</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>älter als %n Tag</numerusform>
            <numerusform>älter als %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entered less than %n day(s) ago</source>
        <translation>
            <numerusform>vor weniger als %n Tag eingetragen</numerusform>
            <numerusform>vor weniger als %n Tagen eingetragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded less than %n day(s) ago</source>
        <translation>
            <numerusform>vor weniger als %n Tag erinnert</numerusform>
            <numerusform>vor weniger als %n Tagen erinnert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s) already</source>
        <translation>
            <numerusform>schon %n-mal erinnert</numerusform>
            <numerusform>schon %n-mal erinnert</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer, service</source>
        <translation>Kunde, Dienst</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Age, days</source>
        <translation>Alter, Tage</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Erinnert</translation>
    </message>
    <message>
        <source>Last reminder</source>
        <translation>Letzte Erinnerung</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <source>too recent</source>
        <translation>zu neu</translation>
    </message>
    <message>
        <source>reminded too recently</source>
        <translation>zu früh erinnert</translation>
    </message>
    <message>
        <source>reminded often enough</source>
        <translation>oft genug erinnert</translation>
    </message>
    <message>
        <source>sender number blocked</source>
        <translation>Absendernummer gesperrt</translation>
    </message>
    <message>
        <source>SMS possible</source>
        <translation>SMS möglich</translation>
    </message>
    <message>
        <source>too early, from {}</source>
        <translation>zu früh, erst ab {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>SignupsPage</name>
    <message>
        <source>Incomplete sign-ups</source>
        <translation>Unvollständige Anmeldungen</translation>
    </message>
    <message>
        <source>Number entered, but no start message yet. These contacts get no messages.</source>
        <translation>Nummer eingetragen, aber noch keine Startnachricht. Diese Kontakte erhalten keine Nachrichten.</translation>
    </message>
    <message>
        <source>Save as table …</source>
        <translation>Als Tabelle sichern …</translation>
    </message>
    <message>
        <source>There is nothing to save.</source>
        <translation>Es gibt nichts zu sichern.</translation>
    </message>
</context>
<context>
    <name>SimActing</name>
    <message>
        <source>Free number</source>
        <translation>Freie Nummer</translation>
    </message>
    <message>
        <source>There is no free number. Add SIM cards to the stock first.</source>
        <translation>Es gibt keine freie Nummer. Buchen Sie zuerst SIM-Karten ein.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Every service sends from a number that works.</source>
        <translation>Jeder Dienst sendet von einer Nummer, die funktioniert.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>SimActs</name>
    <message>
        <source>Replace SIM …</source>
        <translation>SIM ersetzen …</translation>
    </message>
    <message>
        <source>Which number takes over?</source>
        <translation>Welche Nummer übernimmt?</translation>
    </message>
    <message>
        <source>From then on the service sends from the new number. Its active contacts have to register again there; until then they get no messages.</source>
        <translation>Ab dann sendet der Dienst von der neuen Nummer. Die aktiven Kontakte müssen sich dort neu anmelden; bis dahin erhalten sie keine Nachrichten.</translation>
    </message>
    <message>
        <source>Replace number</source>
        <translation>Nummer ersetzen</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>Zuweisen …</translation>
    </message>
    <message>
        <source>Which service gets this number?</source>
        <translation>Welcher Dienst bekommt diese Nummer?</translation>
    </message>
    <message>
        <source>Services without a number, or with one that is blocked or warned. Active contacts of a former number have to register again.</source>
        <translation>Dienste ohne Nummer oder mit einer gesperrten oder gewarnten. Aktive Kontakte einer früheren Nummer müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>Assign number</source>
        <translation>Nummer zuweisen</translation>
    </message>
    <message>
        <source>Reserve …</source>
        <translation>Reservieren …</translation>
    </message>
    <message>
        <source>For which service is this number kept?</source>
        <translation>Für welchen Dienst wird diese Nummer reserviert?</translation>
    </message>
    <message>
        <source>Nobody else can assign it until it is given back.</source>
        <translation>Niemand sonst kann sie zuweisen, bis sie zurückgegeben wird.</translation>
    </message>
    <message>
        <source>Reserve number</source>
        <translation>Nummer reservieren</translation>
    </message>
    <message>
        <source>Give back …</source>
        <translation>Zurückgeben …</translation>
    </message>
    <message>
        <source>Give this number back to the stock?</source>
        <translation>Diese Nummer in den Bestand zurückgeben?</translation>
    </message>
    <message>
        <source>Everybody can assign it again.</source>
        <translation>Alle können sie wieder zuweisen.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Enter block …</source>
        <translation>Sperre eintragen …</translation>
    </message>
    <message>
        <source>Is this number blocked?</source>
        <translation>Ist diese Nummer gesperrt?</translation>
    </message>
    <message>
        <source>Every service on this number is flagged at once, and no reminders go out. A blocked number is replaced, never unblocked.</source>
        <translation>Jeder Dienst auf dieser Nummer wird sofort gekennzeichnet, Erinnerungen gehen keine mehr hinaus. Eine gesperrte Nummer wird ersetzt, nie entsperrt.</translation>
    </message>
    <message>
        <source>Enter block</source>
        <translation>Sperre eintragen</translation>
    </message>
    <message>
        <source>Enter warning …</source>
        <translation>Warnung eintragen …</translation>
    </message>
    <message>
        <source>Has this number been warned?</source>
        <translation>Gibt es für diese Nummer eine Warnung?</translation>
    </message>
    <message>
        <source>It goes on sending. A block may follow.</source>
        <translation>Sie sendet weiter. Eine Sperre kann folgen.</translation>
    </message>
    <message>
        <source>Enter warning</source>
        <translation>Warnung eintragen</translation>
    </message>
    <message>
        <source>Warning is over …</source>
        <translation>Warnung beenden …</translation>
    </message>
    <message>
        <source>Is the warning over?</source>
        <translation>Ist die Warnung vorbei?</translation>
    </message>
    <message>
        <source>The number counts as active again.</source>
        <translation>Die Nummer gilt wieder als aktiv.</translation>
    </message>
    <message>
        <source>End warning</source>
        <translation>Warnung beenden</translation>
    </message>
    <message>
        <source>Take block back …</source>
        <translation>Sperre zurücknehmen …</translation>
    </message>
    <message>
        <source>Was this block entered by mistake?</source>
        <translation>Wurde diese Sperre irrtümlich eingetragen?</translation>
    </message>
    <message>
        <source>Only a supervisor may take it back, within 24 hours, and with a reason. A number that is really blocked is replaced.</source>
        <translation>Nur die Teamleitung darf sie zurücknehmen, innerhalb von 24 Stunden und mit einem Grund. Eine wirklich gesperrte Nummer wird ersetzt.</translation>
    </message>
    <message>
        <source>Take block back</source>
        <translation>Sperre zurücknehmen</translation>
    </message>
    <message>
        <source>Retire …</source>
        <translation>Ausmustern …</translation>
    </message>
    <message>
        <source>Take this card out of use for good?</source>
        <translation>Diese Karte endgültig ausmustern?</translation>
    </message>
    <message>
        <source>A retired card does not come back. A service on it has no number then.</source>
        <translation>Eine ausgemusterte Karte kommt nicht zurück. Ein Dienst auf ihr hat dann keine Nummer.</translation>
    </message>
    <message>
        <source>Retire card</source>
        <translation>Karte ausmustern</translation>
    </message>
    <message>
        <source>Keep ours …</source>
        <translation>Unseren Stand behalten …</translation>
    </message>
    <message>
        <source>Keep what the desk holds?</source>
        <translation>Behalten, was hier steht?</translation>
    </message>
    <message>
        <source>The same report is not asked about again. The reason stays in the records.</source>
        <translation>Nach derselben Meldung wird nicht noch einmal gefragt. Der Grund bleibt festgehalten.</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Unseren Stand behalten</translation>
    </message>
    <message>
        <source>Take theirs …</source>
        <translation>Meldung übernehmen …</translation>
    </message>
    <message>
        <source>Take over what was reported?</source>
        <translation>Die Meldung übernehmen?</translation>
    </message>
    <message>
        <source>The number gets the reported state. What undoes a block or a retirement needs a supervisor.</source>
        <translation>Die Nummer bekommt den gemeldeten Stand. Was eine Sperre oder Ausmusterung aufhebt, braucht die Teamleitung.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Meldung übernehmen</translation>
    </message>
</context>
<context>
    <name>SimCardPanel</name>
    <message>
        <source>See the frequency</source>
        <translation>Frequenz ansehen</translation>
    </message>
    <message>
        <source>Begin number change</source>
        <translation>Nummernwechsel beginnen</translation>
    </message>
    <message>
        <source>How the service is doing</source>
        <translation>Wie es dem Dienst geht</translation>
    </message>
    <message>
        <source>What the platform says</source>
        <translation>Was die Plattform meldet</translation>
    </message>
</context>
<context>
    <name>SimColumns</name>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>Sender number</source>
        <translation>Absendernummer</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>replaced on {}</source>
        <translation>ersetzt am {}</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
</context>
<context>
    <name>SimConflict</name>
    <message>
        <source>A blocked or retired card does not come back by itself.</source>
        <translation>Eine gesperrte oder ausgemusterte Karte kommt nicht von selbst zurück.</translation>
    </message>
    <message>
        <source>The report does not know what was entered here.</source>
        <translation>Die Meldung kennt nicht, was hier eingetragen wurde.</translation>
    </message>
</context>
<context>
    <name>SimFacts</name>
    <message>
        <source>Carried by</source>
        <translation>Getragen von</translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Reserved for</source>
        <translation>Reserviert für</translation>
    </message>
    <message>
        <source>Last service</source>
        <translation>Letzter Dienst</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Used until</source>
        <translation>Verwendet bis</translation>
    </message>
    <message>
        <source>Now sends from</source>
        <translation>Sendet jetzt von</translation>
    </message>
    <message>
        <source>Reserved by</source>
        <translation>Reserviert von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{week}, usually {usual}</source>
        <translation>{week}, sonst {usual}</translation>
    </message>
    <message>
        <source>Active contacts</source>
        <translation>Aktive Kontakte</translation>
    </message>
    <message>
        <source>To register again</source>
        <translation>Neuanmeldung offen</translation>
    </message>
    <message>
        <source>Opt-outs this week</source>
        <translation>Abmeldungen (7 Tage)</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Figures up to</source>
        <translation>Zahlen bis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Messaging limit</source>
        <translation>Nachrichtenlimit</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Darf senden</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Name check</source>
        <translation>Namensprüfung</translation>
    </message>
    <message>
        <source>Read at</source>
        <translation>Gelesen um</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>middling</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
</context>
<context>
    <name>SimForm</name>
    <message>
        <source>days after the replacement</source>
        <translation>Tage nach dem Ersatz</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>names of agents, with commas between</source>
        <translation>Namen, mit Beistrich getrennt</translation>
    </message>
    <message>
        <source>Re-registration is stalled from</source>
        <translation>Neuanmeldung stockt ab</translation>
    </message>
    <message>
        <source>if not back are more than</source>
        <translation>wenn nicht zurück sind mehr als</translation>
    </message>
    <message>
        <source>% of those who were active</source>
        <translation>% der zuvor Aktiven</translation>
    </message>
    <message>
        <source>It is told until</source>
        <translation>Gemeldet wird es bis</translation>
    </message>
</context>
<context>
    <name>SimMeaning</name>
    <message>
        <source>This card is free. No service sends from it.</source>
        <translation>Diese Karte ist frei. Kein Dienst sendet von ihr.</translation>
    </message>
    <message>
        <source>This card is kept for the service. No service sends from it yet.</source>
        <translation>Diese Karte ist für den Dienst reserviert. Noch sendet kein Dienst von ihr.</translation>
    </message>
    <message>
        <source>The number works. The service sends from it as usual.</source>
        <translation>Die Nummer funktioniert. Der Dienst sendet wie gewohnt von ihr.</translation>
    </message>
    <message>
        <source>The number works, but no service sends from it.</source>
        <translation>Die Nummer funktioniert, aber kein Dienst sendet von ihr.</translation>
    </message>
    <message>
        <source>The number still works, but it has been warned. A block may follow.</source>
        <translation>Die Nummer funktioniert noch, es gibt aber eine Warnung. Eine Sperre kann folgen.</translation>
    </message>
    <message>
        <source>The number is blocked: no messages leave it, and nobody can sign up on it. It has not been replaced yet.</source>
        <translation>Die Nummer ist gesperrt: Es gehen keine Nachrichten hinaus, und niemand kann sich auf ihr anmelden. Sie ist noch nicht ersetzt.</translation>
    </message>
    <message>
        <source>The number is blocked. The service does not use it any more.</source>
        <translation>Die Nummer ist gesperrt. Der Dienst verwendet sie nicht mehr.</translation>
    </message>
    <message>
        <source>The number is blocked. No service sends from it.</source>
        <translation>Die Nummer ist gesperrt. Kein Dienst sendet von ihr.</translation>
    </message>
    <message>
        <source>The card is out of use and stays so.</source>
        <translation>Die Karte ist außer Betrieb und bleibt es.</translation>
    </message>
    <message>
        <source>A supervisor can take the block back until {}.</source>
        <translation>Die Teamleitung kann die Sperre bis {} zurücknehmen.</translation>
    </message>
    <message>
        <source>It can replace a blocked card.</source>
        <translation>Sie kann eine gesperrte Karte ersetzen.</translation>
    </message>
    <message>
        <source>Assign it to the service, or give it back to the stock.</source>
        <translation>Weisen Sie sie dem Dienst zu, oder geben Sie sie in den Bestand zurück.</translation>
    </message>
    <message>
        <source>Check in the platform which service it belongs to.</source>
        <translation>In der Plattform prüfen, zu welchem Dienst sie gehört.</translation>
    </message>
    <message>
        <source>Workflow: frequency question. Go through the frequency with the customer, and keep an eye on the number.</source>
        <translation>Ablauf: Frequenzberatung. Besprechen Sie die Frequenz mit dem Kunden und behalten Sie die Nummer im Auge.</translation>
    </message>
    <message>
        <source>Workflow: number change. A blocked card is replaced, never unblocked; retiring comes after the replacement. Send no reminders until then.</source>
        <translation>Ablauf: Nummernwechsel. Eine gesperrte Karte wird ersetzt, nie entsperrt; ausgemustert wird sie nach dem Ersatz. Bis dahin keine Erinnerungen senden.</translation>
    </message>
    <message>
        <source>Workflow: number change. A blocked card is replaced, never unblocked. The contacts register again on the new number.</source>
        <translation>Ablauf: Nummernwechsel. Eine gesperrte Karte wird ersetzt, nie entsperrt. Die Kontakte melden sich auf der neuen Nummer neu an.</translation>
    </message>
    <message>
        <source>A blocked card is replaced, never unblocked.</source>
        <translation>Eine gesperrte Karte wird ersetzt, nie entsperrt.</translation>
    </message>
</context>
<context>
    <name>SimNotice</name>
    <message numerus="yes">
        <source>%n report(s) contradict what the desk holds.</source>
        <translation>
            <numerusform>%n Meldung widerspricht dem, was hier steht.</numerusform>
            <numerusform>%n Meldungen widersprechen dem, was hier steht.</numerusform>
        </translation>
    </message>
    <message>
        <source>the access token is missing. Enter it in the settings.</source>
        <translation>Das Zugriffstoken fehlt. Geben Sie es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>the access token has expired or lacks a right. Enter a new one in the settings.</source>
        <translation>Das Zugriffstoken ist abgelaufen, oder ihm fehlt ein Recht. Geben Sie in den Einstellungen ein neues ein.</translation>
    </message>
    <message>
        <source>it wants a pause and is asked again later by itself.</source>
        <translation>Sie verlangt eine Pause und wird später von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>it cannot be reached and is asked again later by itself.</source>
        <translation>Sie ist nicht erreichbar und wird später von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>its answer is not understood. Check account and version in the settings.</source>
        <translation>Ihre Antwort ist nicht verständlich. Prüfen Sie Konto und Version in den Einstellungen.</translation>
    </message>
    <message>
        <source>its address is not secure. It has to begin with https.</source>
        <translation>Ihre Adresse ist nicht sicher. Sie muss mit https beginnen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>The Business Platform was last read on {when}: {why}</source>
        <translation>Die Business-Plattform wurde zuletzt am {when} gelesen: {why}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SimSaying</name>
    <message>
        <source>“A new number is ready for you: **{number}**.”</source>
        <translation>„Eine neue Nummer steht für Sie bereit: **{number}**.“</translation>
    </message>
    <message>
        <source>“Your number is **not blocked**. Your service has been sending from it since {used}.”</source>
        <translation>„Ihre Nummer ist **nicht gesperrt**. Ihr Dienst sendet seit {used} von ihr.“</translation>
    </message>
    <message>
        <source>“Your number **still works**, but it was warned on {since}. If complaints go on, it may be blocked. Fewer messages help.”</source>
        <translation>„Ihre Nummer **funktioniert noch**, am {since} gab es aber eine Warnung. Gehen die Beschwerden weiter, kann sie gesperrt werden. Weniger Nachrichten helfen.“</translation>
    </message>
    <message>
        <source>“Your number has been **blocked since {since}**. Nothing can be sent from it, and it cannot be unblocked. You get a new SIM card; your active contacts register again on the new number.”</source>
        <translation>„Ihre Nummer ist **seit {since} gesperrt**. Von ihr lässt sich nichts senden, und sie lässt sich nicht entsperren. Sie bekommen eine neue SIM-Karte; Ihre aktiven Kontakte melden sich auf der neuen Nummer neu an.“</translation>
    </message>
    <message>
        <source>“This number was **blocked on {since}**. Since {replaced} your service has been sending from **{new}**; your contacts register again there.”</source>
        <translation>„Diese Nummer wurde **am {since} gesperrt**. Seit {replaced} sendet Ihr Dienst von **{new}**; Ihre Kontakte melden sich dort neu an.“</translation>
    </message>
    <message>
        <source>“This number is **no longer in use**. Since {replaced} your service has been sending from **{new}**.”</source>
        <translation>„Diese Nummer ist **nicht mehr in Verwendung**. Seit {replaced} sendet Ihr Dienst von **{new}**.“</translation>
    </message>
    <message>
        <source>“Your number is **not blocked**. Your service sends from it.”</source>
        <translation>„Ihre Nummer ist **nicht gesperrt**. Ihr Dienst sendet von ihr.“</translation>
    </message>
    <message>
        <source>“This number was **blocked on {since}**. Your service has no number now; you get a new SIM card.”</source>
        <translation>„Diese Nummer wurde **am {since} gesperrt**. Ihr Dienst hat derzeit keine Nummer; Sie bekommen eine neue SIM-Karte.“</translation>
    </message>
    <message>
        <source>“This number has been **out of use since {since}**. Your service has no number now.”</source>
        <translation>„Diese Nummer ist **seit {since} nicht mehr in Verwendung**. Ihr Dienst hat derzeit keine Nummer.“</translation>
    </message>
    <message>
        <source>“This number was **blocked on {since}**. The number after it, **{new}**, is blocked as well. You get a new SIM card.”</source>
        <translation>„Diese Nummer wurde **am {since} gesperrt**. Auch die Nummer danach, **{new}**, ist gesperrt. Sie bekommen eine neue SIM-Karte.“</translation>
    </message>
    <message>
        <source>“This number is **no longer in use**. The number after it, **{new}**, is blocked. You get a new SIM card.”</source>
        <translation>„Diese Nummer ist **nicht mehr in Verwendung**. Die Nummer danach, **{new}**, ist gesperrt. Sie bekommen eine neue SIM-Karte.“</translation>
    </message>
</context>
<context>
    <name>SimWords</name>
    <message>
        <source>in stock since {}</source>
        <translation>im Bestand seit {}</translation>
    </message>
    <message>
        <source>reserved since {}</source>
        <translation>reserviert seit {}</translation>
    </message>
    <message>
        <source>active since {}</source>
        <translation>aktiv seit {}</translation>
    </message>
    <message>
        <source>warned since {}</source>
        <translation>gewarnt seit {}</translation>
    </message>
    <message>
        <source>blocked since {}</source>
        <translation>gesperrt seit {}</translation>
    </message>
    <message>
        <source>retired since {}</source>
        <translation>ausgemustert seit {}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>außer Verwendung</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>block taken back</source>
        <translation>Sperre zurückgenommen</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>Eine Person hier</translation>
    </message>
    <message>
        <source>The platform&apos;s export</source>
        <translation>Der Export der Plattform</translation>
    </message>
    <message>
        <source>The Business Platform</source>
        <translation>Die Business-Plattform</translation>
    </message>
    <message>
        <source>from an import</source>
        <translation>aus einem Import</translation>
    </message>
    <message>
        <source>from the Business Platform</source>
        <translation>von der Business-Plattform</translation>
    </message>
    <message>
        <source>decided for the report</source>
        <translation>für die Meldung entschieden</translation>
    </message>
</context>
<context>
    <name>SimsPage</name>
    <message>
        <source>SIM cards</source>
        <translation>SIM-Karten</translation>
    </message>
    <message>
        <source>Add cards …</source>
        <translation>Karten einbuchen …</translation>
    </message>
    <message>
        <source>{} card</source>
        <translation>{} Karte</translation>
    </message>
    <message>
        <source>{} cards, those that need attention first</source>
        <translation>{} Karten, was Aufmerksamkeit braucht zuerst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{} free, minimum stock {}</source>
        <translation>{} frei, Mindestbestand {}</translation>
    </message>
    <message>
        <source>{} free</source>
        <translation>{} frei</translation>
    </message>
    <message>
        <source>No card has this state.</source>
        <translation>Keine Karte hat diesen Stand.</translation>
    </message>
    <message>
        <source>Choose another state above; &quot;All&quot; shows every card.</source>
        <translation>Oben einen anderen Stand wählen; „Alle“ zeigt jede Karte.</translation>
    </message>
    <message>
        <source>There are no SIM cards yet.</source>
        <translation>Es gibt noch keine SIM-Karten.</translation>
    </message>
    <message>
        <source>Scan or paste them, or import the platform&apos;s export.</source>
        <translation>Scannen oder fügen Sie sie ein, oder importieren Sie den Export der Plattform.</translation>
    </message>
</context>
<context>
    <name>SkipDialog</name>
    <message>
        <source>Skip reading out</source>
        <translation>Vorlesen überspringen</translation>
    </message>
    <message>
        <source>Go on without reading it out?</source>
        <translation>Weiter, ohne vorzulesen?</translation>
    </message>
    <message>
        <source>The request came in writing: nobody is on the line to agree.</source>
        <translation>Die Anfrage kam schriftlich: Es ist niemand am Telefon, der zustimmen könnte.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>SmsBlock</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Save those not arrived …</source>
        <translation>Nicht Angekommene sichern …</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>not arrived</source>
        <translation>nicht angekommen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>No SMS here.</source>
        <translation>Hier ist keine SMS.</translation>
    </message>
    <message>
        <source>Choose another filter above.</source>
        <translation>Wählen Sie oben einen anderen Filter.</translation>
    </message>
</context>
<context>
    <name>SmsLedger</name>
    <message>
        <source>recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>still on this computer</source>
        <translation>noch auf diesem Computer</translation>
    </message>
    <message>
        <source>handed over, not delivered yet</source>
        <translation>übergeben, noch nicht zugestellt</translation>
    </message>
    <message>
        <source>confirmed by the network</source>
        <translation>vom Netz bestätigt</translation>
    </message>
    <message>
        <source>by the network, with a reason</source>
        <translation>vom Netz, mit Grund</translation>
    </message>
    <message>
        <source>by the gateway, with a reason</source>
        <translation>vom Gateway, mit Grund</translation>
    </message>
    <message>
        <source>never repeated by itself</source>
        <translation>wird nie von selbst wiederholt</translation>
    </message>
    <message>
        <source>no longer allowed since the release</source>
        <translation>seit der Freigabe nicht mehr erlaubt</translation>
    </message>
    <message>
        <source>stopped by a person</source>
        <translation>von einer Person angehalten</translation>
    </message>
</context>
<context>
    <name>SmsWords</name>
    <message>
        <source>attempt {number}</source>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>an earlier attempt may have arrived</source>
        <translation>ein früherer Versuch ist vielleicht angekommen</translation>
    </message>
    <message>
        <source>note the contact as wrong</source>
        <translation>Kontakt als falsch vermerken</translation>
    </message>
    <message>
        <source>check the contact</source>
        <translation>Kontakt prüfen</translation>
    </message>
    <message>
        <source>you decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>The connection broke off</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Something else than the gateway answered</source>
        <translation>Etwas anderes als das Gateway hat geantwortet</translation>
    </message>
    <message>
        <source>The gateway reported an inner error</source>
        <translation>Das Gateway meldete einen inneren Fehler</translation>
    </message>
    <message>
        <source>The gateway pointed elsewhere</source>
        <translation>Das Gateway verwies an eine andere Adresse</translation>
    </message>
    <message>
        <source>The gateway answered a code nobody knows</source>
        <translation>Das Gateway antwortete mit einem unbekannten Code</translation>
    </message>
    <message>
        <source>The answer had no end</source>
        <translation>Die Antwort hörte nicht auf</translation>
    </message>
    <message>
        <source>The program ended while sending</source>
        <translation>Das Programm endete während des Sendens</translation>
    </message>
    <message>
        <source>An error in this program while sending</source>
        <translation>Ein Fehler in diesem Programm beim Senden</translation>
    </message>
    <message>
        <source>Taken as sent by a person</source>
        <translation>Von einer Person als gesendet gewertet</translation>
    </message>
    <message>
        <source>Written off by a person</source>
        <translation>Von einer Person abgeschrieben</translation>
    </message>
    <message>
        <source>An earlier attempt arrived</source>
        <translation>Ein früherer Versuch ist angekommen</translation>
    </message>
    <message>
        <source>Perhaps sent before a backup was put back</source>
        <translation>Vielleicht gesendet, bevor eine Sicherung zurückgespielt wurde</translation>
    </message>
    <message>
        <source>Stopped before its turn</source>
        <translation>Angehalten, bevor sie an der Reihe war</translation>
    </message>
    <message>
        <source>The gateway cannot be reached</source>
        <translation>Das Gateway ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The gateway cannot be reached in time</source>
        <translation>Das Gateway ist nicht rechtzeitig erreichbar</translation>
    </message>
    <message>
        <source>The gateway&apos;s address is not found</source>
        <translation>Die Adresse des Gateways wird nicht gefunden</translation>
    </message>
    <message>
        <source>No safe connection to the gateway</source>
        <translation>Keine sichere Verbindung zum Gateway</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let us through</source>
        <translation>Der Proxy des Netzes lässt uns nicht durch</translation>
    </message>
    <message>
        <source>The gateway asks for a slower pace</source>
        <translation>Das Gateway verlangt ein langsameres Tempo</translation>
    </message>
    <message>
        <source>The gateway has no room at the moment</source>
        <translation>Das Gateway ist gerade voll</translation>
    </message>
    <message>
        <source>Kept back by this computer</source>
        <translation>Von diesem Computer zurückgehalten</translation>
    </message>
    <message>
        <source>Gateway: number is not valid</source>
        <translation>Gateway: Nummer ungültig</translation>
    </message>
    <message>
        <source>Gateway: number is not allowed</source>
        <translation>Gateway: Nummer nicht erlaubt</translation>
    </message>
    <message>
        <source>Gateway: no way leads to this number</source>
        <translation>Gateway: kein Weg zu dieser Nummer</translation>
    </message>
    <message>
        <source>Gateway: number is blocked for SMS</source>
        <translation>Gateway: Nummer gesperrt für SMS</translation>
    </message>
    <message>
        <source>Gateway: number is rated bad</source>
        <translation>Gateway: Nummer schlecht bewertet</translation>
    </message>
    <message>
        <source>Network: number is not assigned</source>
        <translation>Netz: Nummer nicht vergeben</translation>
    </message>
    <message>
        <source>Network: SMS could not be delivered</source>
        <translation>Netz: SMS nicht zustellbar</translation>
    </message>
    <message>
        <source>Network: SMS was refused</source>
        <translation>Netz: SMS abgelehnt</translation>
    </message>
    <message>
        <source>Network: SMS was deleted</source>
        <translation>Netz: SMS gelöscht</translation>
    </message>
    <message>
        <source>Network: phone was not reachable in time</source>
        <translation>Netz: Telefon war nicht rechtzeitig erreichbar</translation>
    </message>
    <message>
        <source>Gateway: request not understood</source>
        <translation>Gateway: Anfrage nicht verstanden</translation>
    </message>
    <message>
        <source>Gateway: sender is not allowed</source>
        <translation>Gateway: Absender nicht erlaubt</translation>
    </message>
    <message>
        <source>Gateway: text is not allowed</source>
        <translation>Gateway: Text nicht erlaubt</translation>
    </message>
    <message>
        <source>Gateway: text has too many parts</source>
        <translation>Gateway: Text hat zu viele Teile</translation>
    </message>
    <message>
        <source>Gateway: text looks like advertising</source>
        <translation>Gateway: Text sieht nach Werbung aus</translation>
    </message>
    <message>
        <source>Gateway: kind of message refused</source>
        <translation>Gateway: Nachrichtenart abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: message number refused</source>
        <translation>Gateway: Nachrichtennummer abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: priority refused</source>
        <translation>Gateway: Vorrang abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: report address refused</source>
        <translation>Gateway: Adresse für Zustellberichte abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: something is missing</source>
        <translation>Gateway: Eine Angabe fehlt</translation>
    </message>
    <message>
        <source>Gateway: attachment refused</source>
        <translation>Gateway: Anhang abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: category refused</source>
        <translation>Gateway: Inhaltsart abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: validity refused</source>
        <translation>Gateway: Gültigkeit abgelehnt</translation>
    </message>
    <message>
        <source>Gateway: user or password is wrong</source>
        <translation>Gateway: Benutzer oder Passwort falsch</translation>
    </message>
    <message>
        <source>Gateway: quota is used up</source>
        <translation>Gateway: Kontingent aufgebraucht</translation>
    </message>
    <message>
        <source>Gateway: this computer is not allowed</source>
        <translation>Gateway: Dieser Computer ist nicht zugelassen</translation>
    </message>
    <message>
        <source>Gateway: no right to send this way</source>
        <translation>Gateway: Kein Recht, so zu senden</translation>
    </message>
    <message>
        <source>Gateway: account is not valid</source>
        <translation>Gateway: Konto ungültig</translation>
    </message>
    <message>
        <source>Gateway: access denied</source>
        <translation>Gateway: Zugriff verweigert</translation>
    </message>
    <message>
        <source>Gateway: account may not send SMS</source>
        <translation>Gateway: Konto darf keine SMS senden</translation>
    </message>
    <message>
        <source>The gateway only answers unclearly</source>
        <translation>Das Gateway antwortet nur noch unklar</translation>
    </message>
    <message>
        <source>The number was replaced since. Stop this dispatch and prepare a new one</source>
        <translation>Die Nummer wurde inzwischen ersetzt. Diese Aussendung stoppen und eine neue vorbereiten</translation>
    </message>
    <message>
        <source>Paused by a person</source>
        <translation>Von einer Person pausiert</translation>
    </message>
    <message>
        <source>Paused when the window was closed</source>
        <translation>Beim Schließen des Fensters pausiert</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What is the new template for?</source>
        <translation>Wofür ist die neue Vorlage?</translation>
    </message>
    <message>
        <source>Which customer gets a text of its own?</source>
        <translation>Welcher Kunde bekommt einen eigenen Text?</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Leave it empty for all customers.</source>
        <translation>Leer lassen für alle Kunden.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Choose a customer by name, number or place.</source>
        <translation>Wählen Sie einen Kunden nach Name, Nummer oder Ort.</translation>
    </message>
    <message>
        <source>This is being written down</source>
        <translation>Wird gerade festgehalten</translation>
    </message>
</context>
<context>
    <name>StartNotice</name>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Unclear SMS</source>
        <translation>Unklare SMS</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Aussendungen</translation>
    </message>
    <message>
        <source>Copy the crash report</source>
        <translation>Absturzbericht kopieren</translation>
    </message>
    <message>
        <source>It holds no phone number and no name.</source>
        <translation>Er enthält keine Telefonnummer und keinen Namen.</translation>
    </message>
    <message>
        <source>Sending ended in the middle.</source>
        <translation>Der Versand endete mittendrin.</translation>
    </message>
    <message>
        <source>The desk ended without closing, about {time}.</source>
        <translation>Das Programm endete etwa um {time}, ohne geschlossen zu werden.</translation>
    </message>
    <message>
        <source>No SMS was under way.</source>
        <translation>Keine SMS war unterwegs.</translation>
    </message>
    <message>
        <source>{} SMS was under way: it is unclear now and is not sent twice.</source>
        <translation>{} SMS war unterwegs: Sie ist jetzt unklar und wird nicht zweimal gesendet.</translation>
    </message>
    <message>
        <source>{} SMS were under way: they are unclear now and are not sent twice.</source>
        <translation>{} SMS waren unterwegs: Sie sind jetzt unklar und werden nicht zweimal gesendet.</translation>
    </message>
    <message>
        <source>{} SMS waits</source>
        <comment>one</comment>
        <translation>{} SMS wartet</translation>
    </message>
    <message>
        <source>{} SMS wait</source>
        <comment>many</comment>
        <translation>{} SMS warten</translation>
    </message>
    <message>
        <source>{waits}; sending is frozen.</source>
        <translation>{waits}; der Versand ist eingefroren.</translation>
    </message>
    <message>
        <source>{waits}; sending goes on by {time}.</source>
        <translation>{waits}; der Versand geht spätestens um {time} weiter.</translation>
    </message>
    <message>
        <source>{waits}; sending goes on.</source>
        <translation>{waits}; der Versand läuft weiter.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Delete the report</source>
        <translation>Bericht löschen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Blocked numbers, unclear SMS, due cases and a low SIM stock appear here.</source>
        <translation>Gesperrte Nummern, unklare SMS, fällige Vorgänge und ein niedriger SIM-Vorrat erscheinen hier.</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>Noch keine Kunden.</translation>
    </message>
    <message>
        <source>Read the platform&apos;s exports; customers, services and contacts follow.</source>
        <translation>Lesen Sie die Exporte der Plattform ein; dann stehen hier Kunden, Dienste und Kontakte.</translation>
    </message>
    <message>
        <source>Import exports …</source>
        <translation>Exporte einlesen …</translation>
    </message>
    <message>
        <source>My open cases</source>
        <translation>Meine offenen Vorgänge</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>You have no open case.</source>
        <translation>Sie haben keinen offenen Vorgang.</translation>
    </message>
    <message>
        <source>A case begins at a customer or in the list of incomplete sign-ups.</source>
        <translation>Ein Vorgang beginnt bei einem Kunden oder in der Liste der unvollständigen Anmeldungen.</translation>
    </message>
    <message>
        <source>Last customers</source>
        <translation>Zuletzt geöffnete Kunden</translation>
    </message>
    <message>
        <source>No customer opened yet.</source>
        <translation>Noch kein Kunde geöffnet.</translation>
    </message>
    <message>
        <source>Search at the top with Ctrl+K.</source>
        <translation>Suchen Sie oben mit Strg+K.</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>Stand {time}</translation>
    </message>
</context>
<context>
    <name>StartTables</name>
    <message>
        <source>Case</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Begin template</source>
        <translation>Vorlage beginnen</translation>
    </message>
    <message>
        <source>Begin own text</source>
        <translation>Eigenen Text beginnen</translation>
    </message>
</context>
<context>
    <name>StepNotes</name>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Nicht gewünscht</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <source>{} parts</source>
        <translation>{} Teile</translation>
    </message>
    <message>
        <source>Countdown runs</source>
        <translation>Countdown läuft</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgerufen</translation>
    </message>
    <message>
        <source>SMS code correct</source>
        <translation>SMS-Code stimmt</translation>
    </message>
    <message>
        <source>PIN correct</source>
        <translation>PIN stimmt</translation>
    </message>
    <message>
        <source>Address known</source>
        <translation>Adresse bekannt</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Erklärt</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>Ab {}</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>back, nothing is lost</source>
        <translation>zurück, nichts geht verloren</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Weiter: {}</translation>
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
    <name>Steps</name>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Neue Nummer</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Own curve</source>
        <translation>Eigene Kurve</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vereinbarung</translation>
    </message>
</context>
<context>
    <name>StockProblem</name>
    <message>
        <source>the ICCID has other signs than digits</source>
        <translation>Die ICCID hat nicht nur Ziffern</translation>
    </message>
    <message>
        <source>an ICCID has 19 or 20 digits</source>
        <translation>Eine ICCID hat 19 oder 20 Ziffern</translation>
    </message>
    <message>
        <source>the ICCID of a SIM card begins with 89</source>
        <translation>Die ICCID einer SIM-Karte beginnt mit 89</translation>
    </message>
    <message>
        <source>the check digit of the ICCID does not fit: a digit is wrong</source>
        <translation>Die Prüfziffer der ICCID passt nicht: Eine Ziffer ist falsch</translation>
    </message>
    <message>
        <source>the phone number is missing</source>
        <translation>Die Rufnummer fehlt</translation>
    </message>
    <message>
        <source>this is no mobile number</source>
        <translation>Das ist keine Handynummer</translation>
    </message>
    <message>
        <source>the ICCID is missing</source>
        <translation>Die ICCID fehlt</translation>
    </message>
    <message>
        <source>stands in the list already</source>
        <translation>Steht schon in der Liste</translation>
    </message>
    <message>
        <source>the desk has this card already</source>
        <translation>Diese Karte gibt es hier schon</translation>
    </message>
    <message>
        <source>another card has this number already</source>
        <translation>Eine andere Karte hat diese Nummer schon</translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Bereit zum Start</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Noch wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Take over case</source>
        <translation>Vorgang übernehmen</translation>
    </message>
    <message>
        <source>Take this case over?</source>
        <translation>Diesen Vorgang übernehmen?</translation>
    </message>
    <message>
        <source>{} can read it, but change nothing any more.</source>
        <translation>{} kann ihn lesen, aber nichts mehr ändern.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
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
    <name>TemplateColumns</name>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>alle Kunden</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Title, for the agents</source>
        <translation>Titel, für die Auswahl</translation>
    </message>
    <message>
        <source>Another text for readers addressed with du</source>
        <translation>Eigener Text für Empfänger per du</translation>
    </message>
    <message>
        <source>Text of the SMS</source>
        <translation>Text der SMS</translation>
    </message>
    <message>
        <source>What was changed, and why</source>
        <translation>Was geändert wurde, und warum</translation>
    </message>
</context>
<context>
    <name>TemplateHead</name>
    <message>
        <source>All templates</source>
        <translation>Alle Vorlagen</translation>
    </message>
    <message>
        <source>Own text for a customer …</source>
        <translation>Eigener Text für einen Kunden …</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save as version {}</source>
        <translation>Als Fassung {} speichern</translation>
    </message>
    <message>
        <source>Only a supervisor changes templates</source>
        <translation>Nur die Teamleitung ändert Vorlagen</translation>
    </message>
    <message>
        <source>A colleague has saved a version meanwhile</source>
        <translation>Jemand hat inzwischen eine Fassung gespeichert</translation>
    </message>
    <message>
        <source>Nothing has been changed</source>
        <translation>Es wurde nichts geändert</translation>
    </message>
</context>
<context>
    <name>TemplateNotice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Only supervisors change templates. The settings name them.</source>
        <translation>Nur die Teamleitung ändert Vorlagen. Wer das ist, steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>To the settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Go on with mine</source>
        <translation>Mit meinem Text weiter</translation>
    </message>
    <message>
        <source>This template is withdrawn. Saved again, it is offered again.</source>
        <translation>Diese Vorlage ist zurückgezogen. Neu gespeichert wird sie wieder angeboten.</translation>
    </message>
    <message>
        <source>{agent} has saved version {number} meanwhile: “{reason}”. What you typed is still here.</source>
        <translation>{agent} hat inzwischen Fassung {number} gespeichert: „{reason}“. Ihr Text steht noch hier.</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>Not saved yet, typed {}</source>
        <translation>Noch nicht gespeichert, getippt {}</translation>
    </message>
    <message>
        <source>Draft kept {}</source>
        <translation>Entwurf gesichert {}</translation>
    </message>
    <message>
        <source>Changes discarded.</source>
        <translation>Änderungen verworfen.</translation>
    </message>
    <message>
        <source>The text of “{}” stands in the fields; saved, it holds.</source>
        <translation>Der Text von „{}“ steht in den Feldern; gespeichert gilt er.</translation>
    </message>
    <message>
        <source>Back to: {}</source>
        <translation>Zurück zu: {}</translation>
    </message>
    <message>
        <source>Saved as version {}.</source>
        <translation>Als Fassung {} gespeichert.</translation>
    </message>
    <message>
        <source>Withdrawn: agents are no longer offered it.</source>
        <translation>Zurückgezogen: Sie wird nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>{} taken back</source>
        <translation>{} zurückgenommen</translation>
    </message>
</context>
<context>
    <name>TemplatePreview</name>
    <message>
        <source>SMS number of the gateway</source>
        <translation>SMS-Nummer des Gateways</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <source>{} parts</source>
        <translation>{} Teile</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>There is no service for it yet</source>
        <translation>Es gibt noch keinen Dienst dafür</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Längster Text</translation>
    </message>
    <message>
        <source>Service {} of {}</source>
        <translation>Dienst {} von {}</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>all customers</source>
        <translation>alle Kunden</translation>
    </message>
    <message>
        <source>As built in</source>
        <translation>Wie mitgeliefert</translation>
    </message>
    <message>
        <source>Version {}</source>
        <translation>Fassung {}</translation>
    </message>
    <message>
        <source>{}: withdrawn</source>
        <translation>{}: zurückgezogen</translation>
    </message>
    <message>
        <source>At most {} characters.</source>
        <translation>Höchstens {} Zeichen.</translation>
    </message>
    <message>
        <source>Give the template a title.</source>
        <translation>Geben Sie der Vorlage einen Titel.</translation>
    </message>
    <message>
        <source>Write a text.</source>
        <translation>Schreiben Sie einen Text.</translation>
    </message>
    <message>
        <source>Write a text for du, or use the same text for all.</source>
        <translation>Schreiben Sie einen Text per du, oder verwenden Sie einen Text für alle.</translation>
    </message>
    <message>
        <source>Say why, for those who ask later.</source>
        <translation>Sagen Sie warum, für alle, die später fragen.</translation>
    </message>
    <message>
        <source>There is no placeholder called “{}”. “Insert placeholder” shows all.</source>
        <translation>Es gibt keinen Platzhalter „{}“. „Platzhalter einfügen“ zeigt alle.</translation>
    </message>
    <message>
        <source>A brace stands alone. Braces hold placeholders only.</source>
        <translation>Eine Klammer steht allein. Geschwungene Klammern umschließen nur Platzhalter.</translation>
    </message>
    <message>
        <source>“{}” is filled in for a change of number only. Take it out.</source>
        <translation>„{}“ wird nur beim Nummernwechsel ausgefüllt. Nehmen Sie es heraus.</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>SMS templates</source>
        <translation>SMS-Vorlagen</translation>
    </message>
    <message>
        <source>Cases keep the text with which they began.</source>
        <translation>Vorgänge behalten den Text, mit dem sie begonnen haben.</translation>
    </message>
    <message>
        <source>Title, customer or word of the text</source>
        <translation>Titel, Kunde oder Wort im Text</translation>
    </message>
    <message>
        <source>Filter templates</source>
        <translation>Vorlagen filtern</translation>
    </message>
    <message>
        <source>New template …</source>
        <translation>Neue Vorlage …</translation>
    </message>
    <message>
        <source>No template matches.</source>
        <translation>Keine Vorlage passt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Only a supervisor changes templates</source>
        <translation>Nur die Teamleitung ändert Vorlagen</translation>
    </message>
</context>
<context>
    <name>TextChecks</name>
    <message>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <source>{} parts</source>
        <translation>{} Teile</translation>
    </message>
    <message>
        <source>{} SMS × {} × {}</source>
        <translation>{} SMS × {} × {}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>There is no placeholder called “{}”</source>
        <translation>Es gibt keinen Platzhalter „{}“</translation>
    </message>
    <message>
        <source>A brace stands alone; braces hold placeholders only</source>
        <translation>Eine Klammer steht allein; geschwungene Klammern sind nur für Platzhalter</translation>
    </message>
    <message>
        <source>The service has nothing to fill in for “{}”; take the placeholder out</source>
        <translation>Der Dienst hat nichts für „{}“; nehmen Sie den Platzhalter heraus</translation>
    </message>
    <message>
        <source>There is no text yet</source>
        <translation>Noch kein Text</translation>
    </message>
    <message>
        <source>The sender is named</source>
        <translation>Der Absender ist genannt</translation>
    </message>
    <message>
        <source>The text does not name its sender</source>
        <translation>Der Text nennt seinen Absender nicht</translation>
    </message>
    <message>
        <source>Start word and number fit the service</source>
        <translation>Startwort und Nummer passen zum Dienst</translation>
    </message>
    <message>
        <source>Start word or number are not filled in from the service</source>
        <translation>Startwort oder Nummer kommen nicht aus dem Dienst</translation>
    </message>
    <message>
        <source>The text says how to make it stop</source>
        <translation>Der Text sagt, wie man sich abmeldet</translation>
    </message>
    <message>
        <source>The text does not say how to make it stop</source>
        <translation>Der Text sagt nicht, wie man sich abmeldet</translation>
    </message>
    <message>
        <source>The link is the customer&apos;s own</source>
        <translation>Der Link gehört dem Kunden</translation>
    </message>
    <message>
        <source>Nobody knows whose link this is: {}</source>
        <translation>Unbekannt, wem dieser Link gehört: {}</translation>
    </message>
    <message>
        <source>The text has no link</source>
        <translation>Der Text hat keinen Link</translation>
    </message>
    <message>
        <source>“{}” may promote something; a service SMS does not</source>
        <translation>„{}“ kann Werbung sein; eine Service-SMS wirbt nicht</translation>
    </message>
    <message>
        <source>Short parts because of {}</source>
        <translation>Kurze Teile wegen {}</translation>
    </message>
    <message>
        <source>Replaced: {changes}; then {parts}</source>
        <translation>Ersetzt: {changes}; dann {parts}</translation>
    </message>
    <message>
        <source>There is nothing like it to put in its place</source>
        <translation>Es gibt kein ähnliches Zeichen dafür</translation>
    </message>
    <message>
        <source>The data of the customer bring it in</source>
        <translation>Es steht in den Daten des Kunden</translation>
    </message>
    <message>
        <source>{} is left out</source>
        <translation>{} entfällt</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>{} parts are too many; {} are allowed</source>
        <translation>{} Teile sind zu viele; {} sind erlaubt</translation>
    </message>
    <message>
        <source>{} characters left, then {} parts ({})</source>
        <translation>Noch {} Zeichen frei, dann {} Teile ({})</translation>
    </message>
</context>
<context>
    <name>TextEdit</name>
    <message numerus="yes">
        <source>Only the first %n characters have room.</source>
        <translation>
            <numerusform>Nur das erste Zeichen hat Platz.</numerusform>
            <numerusform>Nur die ersten %n Zeichen haben Platz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextMeasure</name>
    <message>
        <source>Insert placeholder</source>
        <translation>Platzhalter einfügen</translation>
    </message>
    <message>
        <source>{} of {} characters</source>
        <translation>{} von {} Zeichen</translation>
    </message>
    <message>
        <source>Longest for</source>
        <translation>Am längsten bei</translation>
    </message>
    <message>
        <source>GSM-7, umlauts included</source>
        <translation>GSM-7, mit Umlauten</translation>
    </message>
    <message>
        <source>UCS-2, short parts</source>
        <translation>UCS-2, kurze Teile</translation>
    </message>
    <message>
        <source>Parts of each SMS</source>
        <translation>Teile je SMS</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Price of a part</source>
        <translation>Preis je Teil</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>SMS number of the gateway</source>
        <translation>SMS-Nummer des Gateways</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 Teil</translation>
    </message>
    <message>
        <source>{} parts</source>
        <translation>{} Teile</translation>
    </message>
    <message>
        <source>Recipient {} of {}</source>
        <translation>Empfänger {} von {}</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>SMS to {}</source>
        <translation>SMS an {}</translation>
    </message>
</context>
<context>
    <name>TextStep</name>
    <message>
        <source>What does the SMS say?</source>
        <translation>Was steht in der SMS?</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Text of the SMS</source>
        <translation>Text der SMS</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>{}, changed</source>
        <translation>{}, geändert</translation>
    </message>
    <message>
        <source>{}, earlier version</source>
        <translation>{}, frühere Fassung</translation>
    </message>
    <message>
        <source>Correct the text before you read it to the caller.</source>
        <translation>Korrigieren Sie den Text, bevor Sie ihn vorlesen.</translation>
    </message>
    <message>
        <source>“I read the text to you:</source>
        <translation>„Ich lese Ihnen den Text vor:</translation>
    </message>
    <message>
        <source>Shall I use it like this?”</source>
        <translation>Soll ich ihn so verwenden?“</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Einverstanden</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Yes, use it</source>
        <translation>Ja, verwenden</translation>
    </message>
    <message>
        <source>Text read out and agreed.</source>
        <translation>Text vorgelesen und bestätigt.</translation>
    </message>
</context>
<context>
    <name>TimeBlock</name>
    <message>
        <source>Messages a day</source>
        <translation>Nachrichten am Tag</translation>
    </message>
    <message>
        <source>Opt-outs in {} days, %</source>
        <translation>Abmeldungen in {} Tagen, %</translation>
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
        <translation>Gespräch {}</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Kein Gespräch</translation>
    </message>
</context>
<context>
    <name>TrackerPanel</name>
    <message numerus="yes">
        <source>{} back after %n day(s)</source>
        <translation>
            <numerusform>{} zurück nach %n Tag</numerusform>
            <numerusform>{} zurück nach %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is back on the new number</source>
        <translation>Wer auf der neuen Nummer zurück ist</translation>
    </message>
    <message>
        <source>{}, {} told by SMS</source>
        <translation>{}, {} per SMS verständigt</translation>
    </message>
    <message>
        <source>registered again</source>
        <translation>neu angemeldet</translation>
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
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>were active on the old number</source>
        <translation>waren auf der alten Nummer aktiv</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Solution Desk: database not reachable</source>
        <translation>Solution Desk: Datenbank nicht erreichbar</translation>
    </message>
    <message>
        <source>Sending has ended.</source>
        <translation>Der Versand ist zu Ende.</translation>
    </message>
    <message>
        <source>{done} of {all} SMS</source>
        <translation>{done} von {all} SMS</translation>
    </message>
    <message>
        <source>Solution Desk is sending: {progress}</source>
        <translation>Solution Desk sendet: {progress}</translation>
    </message>
    <message>
        <source>Solution Desk, paused: {progress}</source>
        <translation>Solution Desk, pausiert: {progress}</translation>
    </message>
    <message>
        <source>Solution Desk: nothing to send</source>
        <translation>Solution Desk: nichts zu senden</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Versand pausieren</translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation>Pausieren und beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Save the allocation …</source>
        <translation>Zuteilung speichern …</translation>
    </message>
    <message>
        <source>Save the messages …</source>
        <translation>Nachrichten speichern …</translation>
    </message>
    <message>
        <source>{} weeks</source>
        <translation>{} Wochen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Begin the test tomorrow</source>
        <translation>Test morgen beginnen</translation>
    </message>
    <message>
        <source>Frequency test</source>
        <translation>Frequenztest</translation>
    </message>
    <message>
        <source>Groups, drawn at random</source>
        <translation>Gruppen, zufällig gezogen</translation>
    </message>
    <message>
        <source>Choose at least two groups.</source>
        <translation>Mindestens zwei Gruppen wählen.</translation>
    </message>
    <message>
        <source>A test is under way.</source>
        <translation>Es läuft ein Test.</translation>
    </message>
    <message>
        <source>Save the allocation</source>
        <translation>Zuteilung speichern</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>frequency test.xlsx</source>
        <translation>Frequenztest.xlsx</translation>
    </message>
    <message>
        <source>Rarer groups get a random part of the same messages. Nothing is sent from here: the platform needs two lists, which number is in which group, and which message goes to which group.</source>
        <translation>Seltenere Gruppen bekommen einen zufälligen Teil derselben Nachrichten. Von hier wird nichts gesendet: Die Plattform braucht zwei Listen, welche Nummer in welcher Gruppe ist und welche Nachricht an welche Gruppe geht.</translation>
    </message>
    <message>
        <source>The groups are drawn. Save both lists for the platform now.</source>
        <translation>Die Gruppen sind gezogen. Jetzt beide Listen für die Plattform speichern.</translation>
    </message>
    <message>
        <source>messages of the frequency test.xlsx</source>
        <translation>Nachrichten des Frequenztests.xlsx</translation>
    </message>
    <message>
        <source>Save the messages</source>
        <translation>Nachrichten speichern</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Message no.</source>
        <translation>Nachricht Nr.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>{} number saved.</source>
        <translation>{} Nummer gespeichert.</translation>
    </message>
    <message>
        <source>{} numbers saved.</source>
        <translation>{} Nummern gespeichert.</translation>
    </message>
    <message>
        <source>{} message saved.</source>
        <translation>{} Nachricht gespeichert.</translation>
    </message>
    <message>
        <source>{} messages saved.</source>
        <translation>{} Nachrichten gespeichert.</translation>
    </message>
</context>
<context>
    <name>UnclearBlock</name>
    <message>
        <source>Perhaps arrived, perhaps not. Nothing is repeated by itself, you decide.</source>
        <translation>Vielleicht angekommen, vielleicht nicht. Nichts wird von selbst wiederholt, Sie entscheiden.</translation>
    </message>
    <message>
        <source>Unclear SMS</source>
        <translation>Unklare SMS</translation>
    </message>
    <message>
        <source>{} unclear SMS</source>
        <comment>one</comment>
        <translation>{} unklare SMS</translation>
    </message>
    <message>
        <source>{} unclear SMS</source>
        <comment>many</comment>
        <translation>{} unklare SMS</translation>
    </message>
    <message>
        <source>Decide on it</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decide on all {}</source>
        <translation>Über alle {} entscheiden</translation>
    </message>
</context>
<context>
    <name>UnclearColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Customer and dispatch</source>
        <translation>Kunde und Aussendung</translation>
    </message>
    <message>
        <source>Unclear since</source>
        <translation>Unklar seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>Take as sent …</source>
        <translation>Als gesendet werten …</translation>
    </message>
    <message>
        <source>Send again …</source>
        <translation>Noch einmal senden …</translation>
    </message>
    <message>
        <source>attempt {number}</source>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>dispatch was stopped</source>
        <translation>Aussendung wurde gestoppt</translation>
    </message>
    <message>
        <source>news until {time}</source>
        <translation>warten bis {time}</translation>
    </message>
</context>
<context>
    <name>UnclearFilters</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Aussendung</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>keine mehr</translation>
    </message>
</context>
<context>
    <name>UnclearPage</name>
    <message>
        <source>Unclear SMS</source>
        <translation>Unklare SMS</translation>
    </message>
    <message>
        <source>Perhaps arrived, perhaps not. Nothing is repeated by itself, you decide.</source>
        <translation>Vielleicht angekommen, vielleicht nicht. Nichts wird von selbst wiederholt, Sie entscheiden.</translation>
    </message>
    <message>
        <source>All dispatches</source>
        <translation>Alle Aussendungen</translation>
    </message>
    <message>
        <source>No SMS is unclear.</source>
        <translation>Keine SMS ist unklar.</translation>
    </message>
    <message>
        <source>An SMS whose answer was lost appears here. A delivery report settles it by itself.</source>
        <translation>Eine SMS, deren Antwort verloren ging, erscheint hier. Ein Zustellbericht klärt sie von selbst.</translation>
    </message>
    <message>
        <source>None of these is unclear any more.</source>
        <translation>Von diesen ist keine mehr unklar.</translation>
    </message>
    <message>
        <source>Show all unclear SMS</source>
        <translation>Alle unklaren SMS zeigen</translation>
    </message>
    <message>
        <source>{} can be sent again</source>
        <comment>one</comment>
        <translation>{} lässt sich noch einmal senden</translation>
    </message>
    <message>
        <source>{} can be sent again</source>
        <comment>many</comment>
        <translation>{} lassen sich noch einmal senden</translation>
    </message>
    <message>
        <source>{} selected</source>
        <comment>one</comment>
        <translation>{} ausgewählt</translation>
    </message>
    <message>
        <source>{} selected</source>
        <comment>many</comment>
        <translation>{} ausgewählt</translation>
    </message>
    <message>
        <source>Decide on {} SMS …</source>
        <comment>one</comment>
        <translation>Über {} SMS entscheiden …</translation>
    </message>
    <message>
        <source>Decide on {} SMS …</source>
        <comment>many</comment>
        <translation>Über {} SMS entscheiden …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>UnclearWords</name>
    <message>
        <source>The gateway ({names}) cannot be asked what became of one SMS. A delivery report that still comes settles it by itself.</source>
        <translation>Das Gateway ({names}) lässt sich nicht fragen, was aus einer SMS wurde. Ein Zustellbericht, der noch kommt, klärt es von selbst.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{count} SMS counts as sent.</source>
        <translation>{count} SMS gilt als gesendet.</translation>
    </message>
    <message>
        <source>{count} SMS count as sent.</source>
        <translation>{count} SMS gelten als gesendet.</translation>
    </message>
    <message>
        <source>{count} SMS counts as failed.</source>
        <translation>{count} SMS gilt als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{count} SMS count as failed.</source>
        <translation>{count} SMS gelten als fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{count} SMS goes out again from {time} on.</source>
        <translation>{count} SMS geht ab {time} noch einmal hinaus.</translation>
    </message>
    <message>
        <source>{count} SMS go out again from {time} on.</source>
        <translation>{count} SMS gehen ab {time} noch einmal hinaus.</translation>
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
    <name>UnexpectedDialog</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
</context>
<context>
    <name>WindowForm</name>
    <message>
        <source>o&apos;clock, where the recipient lives</source>
        <translation>Uhr, am Ort des Empfängers</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Monday to Saturday</source>
        <translation>Montag bis Samstag</translation>
    </message>
    <message>
        <source>SMS go out from</source>
        <translation>SMS gehen hinaus von</translation>
    </message>
    <message>
        <source>SMS go out until</source>
        <translation>SMS gehen hinaus bis</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>never on public holidays</source>
        <translation>nie an Feiertagen</translation>
    </message>
</context>
<context>
    <name>WindowStatus</name>
    <message>
        <source>Database not reachable</source>
        <translation>Datenbank nicht erreichbar</translation>
    </message>
    <message>
        <source>Database local</source>
        <translation>Datenbank lokal</translation>
    </message>
    <message>
        <source>Database of the team</source>
        <translation>Datenbank des Teams</translation>
    </message>
    <message>
        <source>TEST MODE</source>
        <translation>TESTBETRIEB</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. SMS go to the simulator only.</source>
        <translation>Nichts verlässt diesen Computer. SMS gehen nur an den Simulator.</translation>
    </message>
    <message>
        <source>The gateway checks the SMS but delivers none.</source>
        <translation>Das Gateway prüft die SMS, stellt aber keine zu.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Echtbetrieb</translation>
    </message>
    <message>
        <source>Gateway: sending paused</source>
        <translation>Gateway: Versand pausiert</translation>
    </message>
    <message>
        <source>Gateway: simulator</source>
        <translation>Gateway: Simulator</translation>
    </message>
    <message>
        <source>Gateway: Kannel</source>
        <translation>Gateway: Kannel</translation>
    </message>
    <message>
        <source>Gateway: websms</source>
        <translation>Gateway: websms</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Kein Versand</translation>
    </message>
    <message>
        <source>Sending waits for the database</source>
        <translation>Versand wartet auf die Datenbank</translation>
    </message>
    <message>
        <source>Sending waits: {total}</source>
        <translation>Versand wartet: {total}</translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation>Versand {done} von {total}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
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
        <translation>im Bestand</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>gewarnt</translation>
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
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>SIM card</source>
        <translation>SIM-Karte</translation>
    </message>
    <message>
        <source>Business Platform</source>
        <translation>Business-Plattform</translation>
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
        <translation>Frequenzberatung</translation>
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
        <source>sending paused</source>
        <translation>Versand pausiert</translation>
    </message>
    <message>
        <source>sending ended</source>
        <translation>Versand beendet</translation>
    </message>
    <message>
        <source>sending stopped</source>
        <translation>Versand gestoppt</translation>
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
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>SMS sent</source>
        <translation>SMS versendet</translation>
    </message>
    <message>
        <source>question answered</source>
        <translation>Frage beantwortet</translation>
    </message>
    <message>
        <source>customer does not want it</source>
        <translation>Kunde möchte es nicht</translation>
    </message>
    <message>
        <source>not allowed by the rules</source>
        <translation>nach den Regeln nicht erlaubt</translation>
    </message>
    <message>
        <source>caller not verified</source>
        <translation>Anrufer nicht geprüft</translation>
    </message>
    <message>
        <source>customer not reached</source>
        <translation>Kunde nicht erreicht</translation>
    </message>
    <message>
        <source>asked for twice</source>
        <translation>doppelt angefragt</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
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
        <translation>abgebrochen</translation>
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
<context>
    <name>WrapUpStep</name>
    <message>
        <source>What came of it?</source>
        <translation>Was ist daraus geworden?</translation>
    </message>
    <message>
        <source>As one word</source>
        <translation>In einem Wort</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Suggested from what was done</source>
        <translation>Vorschlag aus dem, was getan wurde</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Copy in German</source>
        <translation>Auf Deutsch kopieren</translation>
    </message>
    <message>
        <source>Copy in English</source>
        <translation>Auf Englisch kopieren</translation>
    </message>
    <message>
        <source>Number replaced, contacts not told</source>
        <translation>Nummer ersetzt, Kontakte nicht verständigt</translation>
    </message>
    <message>
        <source>Stopped before anything was sent</source>
        <translation>Angehalten, bevor etwas versendet wurde</translation>
    </message>
    <message>
        <source>Stopped: {} of {} SMS sent</source>
        <translation>Angehalten: {} von {} SMS versendet</translation>
    </message>
    <message>
        <source>Notice of the new number sent to {}</source>
        <translation>Hinweis auf die neue Nummer an {} versendet</translation>
    </message>
    <message>
        <source>Reminder sent to {}, {} of them unclear</source>
        <translation>Erinnerung an {} versendet, davon {} unklar</translation>
    </message>
    <message>
        <source>Reminder sent to {}</source>
        <translation>Erinnerung an {} versendet</translation>
    </message>
    <message>
        <source>“You called us on **{}**; today I wanted to look at it again.”</source>
        <translation>„Sie haben am **{}** angerufen; heute wollte ich wieder nachsehen.“</translation>
    </message>
    <message>
        <source>“Is there anything else I can do for you? Goodbye, {}.”</source>
        <translation>„Kann ich sonst noch etwas für Sie tun? Auf Wiederhören, {}.“</translation>
    </message>
    <message>
        <source>“I will look at it again on **{}** and tell you how many it were.”</source>
        <translation>„Ich sehe am **{}** wieder nach und sage Ihnen, wie viele es waren.“</translation>
    </message>
    <message>
        <source>This case is closed.</source>
        <translation>Dieser Vorgang ist geschlossen.</translation>
    </message>
    <message>
        <source>Follow-up done …</source>
        <translation>Wiedervorlage erledigt …</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Vorgang abschließen</translation>
    </message>
    <message>
        <source>back, nothing is lost</source>
        <translation>zurück, nichts geht verloren</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>In die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>Look at it again on {}.</source>
        <translation>Wieder ansehen am {}.</translation>
    </message>
    <message>
        <source>“I will look at it again on **{}** and tell you what it brought.”</source>
        <translation>„Ich sehe es mir am **{}** noch einmal an und sage Ihnen, was es gebracht hat.“</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom in (+, or draw a box)</source>
        <translation>Vergrößern (+, oder Rahmen ziehen)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
</context>
<context>
    <name>_NoteLine</name>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
</context>
<context>
    <name>_RunningLine</name>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
</context>
<context>
    <name>_VersionLine</name>
    <message>
        <source>{}, holds now</source>
        <translation>{}, gilt jetzt</translation>
    </message>
    <message>
        <source>Take this text</source>
        <translation>Diesen Text nehmen</translation>
    </message>
    <message>
        <source>Take the text of: {}</source>
        <translation>Text nehmen von: {}</translation>
    </message>
</context>
</TS>
