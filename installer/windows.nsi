; A setup program for one person on Windows: no administrator rights, nothing outside their profile.
; Made by build.py on Windows: makensis /DVERSION=x.y.z /DFOLDER=dist\Librarian /DOUT=setup.exe
Unicode true
Name "Librarian ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
InstallDir "$LOCALAPPDATA\Programs\Librarian"
InstallDirRegKey HKCU "Software\Librarian" "Folder"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Librarian"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "Librarian"
  ; An update replaces the whole program, so that no module of an older one stays behind.
  IfFileExists "$INSTDIR\Librarian.exe" 0 fresh
    ClearErrors
    Delete "$INSTDIR\Librarian.exe"
    IfErrors 0 closed
      MessageBox MB_OK "Librarian is open. Close it, then run this again."
      Abort
    closed:
    RMDir /r "$INSTDIR\_internal"
  fresh:
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*"
  CreateShortcut "$SMPROGRAMS\Librarian.lnk" "$INSTDIR\Librarian.exe"
  WriteRegStr HKCU "Software\Librarian" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Librarian"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Librarian.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

Section "Uninstall"
  ; What a person keeps in their data folder (stars, settings, drafts) stays.
  Delete "$SMPROGRAMS\Librarian.lnk"
  Delete "$INSTDIR\Librarian.exe"
  Delete "$INSTDIR\librarian-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Librarian"
SectionEnd
