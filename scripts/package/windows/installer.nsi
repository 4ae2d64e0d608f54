; The installer for Windows: for one person, without an administrator. Compiled with makensis, also
; on Linux; `python -m scripts.package installer` gives the definitions:
;   NAME, TITLE, VERSION, VERSION_NUMBERS, AUTHORS, FOLDER (the frozen program), ICON, LICENSE, TARGET

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"

Name "${TITLE}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "Software\${TITLE}" "Folder"
BrandingText "${TITLE} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${TITLE}"
!define HANDLER "Software\Classes\${NAME}.tel"
; Where the program keeps database, settings and logs: never in the folder of the program.
!define DATA "$LOCALAPPDATA\${NAME}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "${TITLE} is running. Close its window, then choose Retry. An SMS that is just being sent is finished first."
LangString RUNNING ${LANG_GERMAN} "${TITLE} läuft gerade. Bitte das Fenster schließen und dann Wiederholen wählen. Eine SMS, die gerade gesendet wird, wird noch fertig."
LangString NEWER ${LANG_ENGLISH} "A newer version of ${TITLE} ($0) is installed. Its database cannot be read by version ${VERSION}; nothing was changed."
LangString NEWER ${LANG_GERMAN} "Eine neuere Version von ${TITLE} ($0) ist installiert. Version ${VERSION} kann ihre Datenbank nicht lesen; es wurde nichts verändert."
LangString DELETE_DATA ${LANG_ENGLISH} "Delete the database, the settings and the logs of ${TITLE} as well?$\n$\n${DATA}$\n$\nWithout a backup they are gone for good. Choose No to keep them for a later installation."
LangString DELETE_DATA ${LANG_GERMAN} "Auch die Datenbank, die Einstellungen und die Protokolle von ${TITLE} löschen?$\n$\n${DATA}$\n$\nOhne Sicherung sind sie endgültig weg. Mit Nein bleiben sie für eine spätere Installation erhalten."
LangString SERVICE ${LANG_ENGLISH} "Service desk for newsletter customers"
LangString SERVICE ${LANG_GERMAN} "Kundenservice für Newsletter-Kunden"

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
!macro VersionTold LANGUAGE
    VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${TITLE}"
    VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${TITLE} Setup"
    VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${AUTHORS}"
    VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${AUTHORS}, MIT licence"
!macroend
!insertmacro VersionTold ${LANG_ENGLISH}
!insertmacro VersionTold ${LANG_GERMAN}

; A program that runs keeps its file from being opened for writing. Without a person the installer
; ends with status 3; with one it asks until the window is closed.
!macro RefuseWhileRunning ID COMMAND
    again_${ID}:
    IfFileExists "$INSTDIR\${COMMAND}" 0 done_${ID}
    ClearErrors
    FileOpen $1 "$INSTDIR\${COMMAND}" a
    IfErrors 0 close_${ID}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again_${ID}
    SetErrorLevel 3
    Quit
    close_${ID}:
    FileClose $1
    done_${ID}:
!macroend

; Only what an installation has put there: a person may have chosen a folder with other things in it.
!macro RemoveProgram
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\${NAME}.exe"
    Delete "$INSTDIR\${NAME}-cli.exe"
!macroend

Function .onInit
    SetShellVarContext current
    ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
    StrCmp $0 "" checked
    ${VersionCompare} "$0" "${VERSION}" $1
    StrCmp $1 1 0 checked
    MessageBox MB_OK|MB_ICONSTOP "$(NEWER)" /SD IDOK
    SetErrorLevel 4
    Quit
    checked:
FunctionEnd

Section "-${TITLE}"
    !insertmacro RefuseWhileRunning window "${NAME}.exe"
    !insertmacro RefuseWhileRunning line "${NAME}-cli.exe"
    !insertmacro RemoveProgram
    SetOutPath "$INSTDIR"
    File /r "${FOLDER}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${NAME}.exe" "" "" 0 SW_SHOWNORMAL "" "$(SERVICE)"
    WriteRegStr HKCU "Software\${TITLE}" "Folder" "$INSTDIR"
    Call RegisterLinks
    Call RegisterUninstaller
SectionEnd

; Windows lets the person choose who opens tel: links; here the program is put among the choices.
Function RegisterLinks
    WriteRegStr HKCU "${HANDLER}" "" "${TITLE}"
    WriteRegStr HKCU "${HANDLER}" "URL Protocol" ""
    WriteRegStr HKCU "${HANDLER}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
    WriteRegStr HKCU "${HANDLER}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" call "%1"'
    WriteRegStr HKCU "Software\${TITLE}\Capabilities" "ApplicationName" "${TITLE}"
    WriteRegStr HKCU "Software\${TITLE}\Capabilities" "ApplicationDescription" "$(SERVICE)"
    WriteRegStr HKCU "Software\${TITLE}\Capabilities\URLAssociations" "tel" "${NAME}.tel"
    WriteRegStr HKCU "Software\RegisteredApplications" "${TITLE}" "Software\${TITLE}\Capabilities"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd

Function RegisterUninstaller
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${AUTHORS}"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
FunctionEnd

Function un.onInit
    SetShellVarContext current
FunctionEnd

Section "Uninstall"
    !insertmacro RefuseWhileRunning window "${NAME}.exe"
    !insertmacro RefuseWhileRunning line "${NAME}-cli.exe"
    !insertmacro RemoveProgram
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${TITLE}.lnk"
    DeleteRegKey HKCU "${HANDLER}"
    DeleteRegKey HKCU "Software\${TITLE}"
    DeleteRegValue HKCU "Software\RegisteredApplications" "${TITLE}"
    DeleteRegKey HKCU "${UNINSTALL}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    IfFileExists "${DATA}\*.*" 0 done
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDNO done
    RMDir /r "${DATA}"
    done:
SectionEnd
