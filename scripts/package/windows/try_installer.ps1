# Installs, updates and removes the program without a person, and looks at what is there each time.
#
#     try_installer.ps1 dist\solution-desk-...-setup.exe

param([Parameter(Mandatory)][string]$Installer)
$ErrorActionPreference = "Stop"

$program = "$env:LOCALAPPDATA\Programs\Solution Desk"
$data = "$env:LOCALAPPDATA\solution-desk"
$link = "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Solution Desk.lnk"
$handler = "HKCU:\Software\Classes\solution-desk.tel\shell\open\command"

function Expect([bool]$holds, [string]$complaint) {
    if (-not $holds) { throw $complaint }
}

function Run([string]$file, [string[]]$arguments) {
    $ended = Start-Process -FilePath $file -ArgumentList $arguments -Wait -PassThru
    return $ended.ExitCode
}

New-Item -ItemType Directory -Force $data | Out-Null
Set-Content "$data\kept.txt" "data of a person"

Expect ((Run $Installer "/S") -eq 0) "the installation failed"
Expect (Test-Path "$program\solution-desk.exe") "the program is missing"
Expect (Test-Path $link) "the start menu has no entry"
Expect ((Get-ItemProperty $handler)."(default)" -like '*solution-desk.exe" call "%1"') "tel: is not handled"
& "$program\solution-desk-cli.exe" --version
Expect ($LASTEXITCODE -eq 0) "the installed program does not start"

Set-Content "$program\_internal\of-an-older-version.txt" "old"
Expect ((Run $Installer "/S") -eq 0) "the update failed"
Expect (-not (Test-Path "$program\_internal\of-an-older-version.txt")) "the update left old files"
Expect (Test-Path "$data\kept.txt") "the update took data"

$open = [System.IO.File]::Open("$program\solution-desk.exe", "Open", "Read", "Read")
Expect ((Run $Installer "/S") -eq 3) "it was installed over a program in use"
$open.Close()

# the uninstaller runs from a copy unless it is told where it is
Expect ((Run "$program\uninstall.exe" @("/S", "_?=$program")) -eq 0) "the removal failed"
Expect (-not (Test-Path "$program\solution-desk.exe")) "the removal left the program"
Expect (-not (Test-Path $handler)) "the removal left the handler of tel:"
Expect (Test-Path "$data\kept.txt") "the removal took data without a question"
"the installer does what it should"
