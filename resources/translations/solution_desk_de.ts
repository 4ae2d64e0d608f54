<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
