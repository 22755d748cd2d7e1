; Makes the installer for Windows, with Inno Setup 6.3 or newer:
;   iscc /DVersion=0.1.0 /DSource=C:\path\to\the\folder /DOutput=C:\where\to facerestore.iss
; build.py windows calls it so. For one person it needs no administrator; who starts it may choose "for all users".
#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif
#ifndef Source
  #error Name the folder: /DSource=...
#endif
#ifndef Output
  #define Output "."
#endif

[Setup]
; never another one: by it a newer version finds the older
AppId={{6D0C3B52-4B0C-4C0E-9C0B-2B7A5E9F4A11}
AppName=facerestore
AppVersion={#Version}
AppVerName=facerestore {#Version}
VersionInfoVersion={#Version}
WizardStyle=modern
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
DefaultDirName={autopf}\facerestore
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2/max
SolidCompression=yes
OutputDir={#Output}
OutputBaseFilename=facerestore-{#Version}-windows-x86_64-setup
SetupIconFile={#Source}\facerestore.ico
UninstallDisplayIcon={app}\facerestore.ico
UninstallDisplayName=facerestore
; Windows is told that the file type has changed
ChangesAssociations=yes
; a program that is open is closed, and asks about unsaved work
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.Project=facerestore project
de.Project=facerestore-Projekt
es.Project=proyecto de facerestore
fr.Project=projet facerestore

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; files of an older version that the newer one does not have would be imported
Type: filesandordirs; Name: "{app}\python"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\facerestore"; Filename: "{app}\facerestore-gui.exe"; IconFilename: "{app}\facerestore.ico"
Name: "{autodesktop}\facerestore"; Filename: "{app}\facerestore-gui.exe"; IconFilename: "{app}\facerestore.ico"; Tasks: desktopicon

[Registry]
; HKA: of the person, or of all
Root: HKA; Subkey: "Software\Classes\.facerestore"; ValueType: string; ValueData: "facerestore.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.facerestore\OpenWithProgids"; ValueType: string; ValueName: "facerestore.project"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\facerestore.project"; ValueType: string; ValueData: "{cm:Project}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\facerestore.project\DefaultIcon"; ValueType: string; ValueData: "{app}\facerestore-project.ico"
Root: HKA; Subkey: "Software\Classes\facerestore.project\shell\open\command"; ValueType: string; ValueData: """{app}\facerestore-gui.exe"" ""%1"""
; "Open with" of photos; what opens them by itself stays as it is
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "facerestore"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\shell\open\command"; ValueType: string; ValueData: """{app}\facerestore-gui.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpg"
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".jpeg"
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".png"
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".tif"
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".tiff"
Root: HKA; Subkey: "Software\Classes\Applications\facerestore-gui.exe\SupportedTypes"; ValueType: string; ValueName: ".webp"

[Run]
Filename: "{app}\facerestore-gui.exe"; Description: "{cm:LaunchProgram,facerestore}"; Flags: nowait postinstall skipifsilent

; There is no [UninstallDelete]: what was installed goes; settings, projects and photos, which lie elsewhere, stay.
