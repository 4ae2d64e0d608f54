<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AddCardsDialog</name>
    <message numerus="yes">
        <source>%n card(s) can be added</source>
        <translation>
            <numerusform>%n card can be added</numerusform>
            <numerusform>%n cards can be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n card(s)</source>
        <translation>
            <numerusform>Add %n card</numerusform>
            <numerusform>Add %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) added. What could not be added is still here.</source>
        <translation>
            <numerusform>%n card added. What could not be added is still here.</numerusform>
            <numerusform>%n cards added. What could not be added is still here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>{customer}: %n SMS unclear</source>
        <translation>
            <numerusform>{customer}: %n SMS unclear</numerusform>
            <numerusform>{customer}: %n SMS unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) due today</source>
        <translation>
            <numerusform>%n case due today</numerusform>
            <numerusform>%n cases due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SIM stock is low: %n free card(s)</source>
        <translation>
            <numerusform>SIM stock is low: %n free card</numerusform>
            <numerusform>SIM stock is low: %n free cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) contradict the state of a number</source>
        <translation>
            <numerusform>%n report contradicts the state of a number</numerusform>
            <numerusform>%n reports contradict the state of a number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditStrip</name>
    <message numerus="yes">
        <source>and at %n more place(s)</source>
        <translation>
            <numerusform>and at %n more place</numerusform>
            <numerusform>and at %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>The log was changed at %n place(s).</source>
        <translation>
            <numerusform>The log was changed at %n place.</numerusform>
            <numerusform>The log was changed at %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The facts of %n entry(ies) were erased; the chain covers their hash.</source>
        <translation>
            <numerusform>The facts of %n entry were erased; the chain covers their hash.</numerusform>
            <numerusform>The facts of %n entries were erased; the chain covers their hashes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseSentences</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>older than %n day</numerusform>
            <numerusform>older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entered less than %n day(s) ago</source>
        <translation>
            <numerusform>entered less than %n day ago</numerusform>
            <numerusform>entered less than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded less than %n day(s) ago</source>
        <translation>
            <numerusform>reminded less than %n day ago</numerusform>
            <numerusform>reminded less than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s) already</source>
        <translation>
            <numerusform>reminded %n time already</numerusform>
            <numerusform>reminded %n times already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerTables</name>
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
            <numerusform>%n completed the sign-up</numerusform>
            <numerusform>%n completed the sign-up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>at least %n day(s)</source>
        <translation>
            <numerusform>at least %n day</numerusform>
            <numerusform>at least %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message numerus="yes">
        <source>first %n hit(s)</source>
        <translation>
            <numerusform>first hit</numerusform>
            <numerusform>first %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberStep</name>
    <message numerus="yes">
        <source>SIM stock is low: %n free card(s)</source>
        <translation>
            <numerusform>SIM stock is low: %n free card</numerusform>
            <numerusform>SIM stock is low: %n free cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberWatch</name>
    <message numerus="yes">
        <source>%n sender numbers got worse. See Start.</source>
        <translation>
            <numerusform>%n sender number got worse. See Start.</numerusform>
            <numerusform>%n sender numbers got worse. See Start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlatformAccess</name>
    <message numerus="yes">
        <source>%n number(s) read</source>
        <translation>
            <numerusform>%n number read</numerusform>
            <numerusform>%n numbers read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message numerus="yes">
        <source>Wrong. %n more try(s).</source>
        <translation>
            <numerusform>Wrong. %n more try.</numerusform>
            <numerusform>Wrong. %n more tries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleaseStep</name>
    <message numerus="yes">
        <source>{} in %n second(s)</source>
        <translation>
            <numerusform>{} in %n second</numerusform>
            <numerusform>{} in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n stored values cannot be used; the usual ones hold.</source>
        <translation>
            <numerusform>%n stored value cannot be used; the usual one holds.</numerusform>
            <numerusform>%n stored values cannot be used; the usual ones hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signups</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>older than %n day</numerusform>
            <numerusform>older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>entered less than %n day(s) ago</source>
        <translation>
            <numerusform>entered less than %n day ago</numerusform>
            <numerusform>entered less than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded less than %n day(s) ago</source>
        <translation>
            <numerusform>reminded less than %n day ago</numerusform>
            <numerusform>reminded less than %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s) already</source>
        <translation>
            <numerusform>reminded %n time already</numerusform>
            <numerusform>reminded %n times already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimNotice</name>
    <message numerus="yes">
        <source>%n report(s) contradict what the desk holds.</source>
        <translation>
            <numerusform>%n report contradicts what the desk holds.</numerusform>
            <numerusform>%n reports contradict what the desk holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextEdit</name>
    <message numerus="yes">
        <source>Only the first %n characters have room.</source>
        <translation>
            <numerusform>Only the first character has room.</numerusform>
            <numerusform>Only the first %n characters have room.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrackerPanel</name>
    <message numerus="yes">
        <source>{} back after %n day(s)</source>
        <translation>
            <numerusform>{} back after %n day</numerusform>
            <numerusform>{} back after %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
