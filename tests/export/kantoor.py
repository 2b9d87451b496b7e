"""LibreOffice accepts or rejects all tracked changes, by a Basic macro in a profile of its own."""

import shutil
import subprocess
import zipfile

import pytest
from lxml import etree

_BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Renvooi"
 script:language="StarBasic">
Sub Alles(map As String)
  Dim naam As String, namen As String, lijst, n As Integer
  naam = Dir(map &amp; "/", 0)
  Do While naam &lt;&gt; ""
    If Right(naam, 5) = ".docx" Then namen = namen &amp; naam &amp; "|"
    naam = Dir()
  Loop
  lijst = Split(namen, "|")
  For n = 0 To UBound(lijst) - 1
    Bewaar map, lijst(n), ""
    If InStr(lijst(n), "renvooi") &gt; 0 Then
      Bewaar map, lijst(n), "AcceptAllTrackedChanges"
      Bewaar map, lijst(n), "RejectAllTrackedChanges"
    End If
  Next
End Sub
Sub Bewaar(map, naam, opdracht)
  Dim stuk
  Dim lezen(0) As New com.sun.star.beans.PropertyValue
  Dim schrijven(0) As New com.sun.star.beans.PropertyValue
  lezen(0).Name = "Hidden"
  lezen(0).Value = True
  stuk = StarDesktop.loadComponentFromURL(ConvertToURL(map &amp; "/" &amp; naam), "_blank", 0, lezen())
  If opdracht &lt;&gt; "" Then
    createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch( _
      stuk.CurrentController.Frame, ".uno:" &amp; opdracht, "", 0, Array())
  End If
  schrijven(0).Name = "FilterName"
  schrijven(0).Value = "writer8"
  stuk.storeToURL(ConvertToURL(map &amp; "/" &amp; naam &amp; opdracht &amp; ".odt"), schrijven())
  stuk.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Renvooi"/>
</library:library>
"""
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def settle_all(folder):
    """Open every .docx in the folder, and those named renvooi also with all changes accepted and rejected."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is missing; `make system` says what to install")
    profile = folder / "profiel"
    start = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # the first start fills the profile, and would put its own macros over ours
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Renvooi.xba").write_text(_BASIC)
    (basic / "script.xlb").write_text(_LIBRARY)
    macro = f'macro:///Standard.Renvooi.Alles("{folder}")'
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=300)


def paragraphs(path):
    """The paragraphs LibreOffice wrote, each with its style and text; rows of tables with their cells."""
    with zipfile.ZipFile(path) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    parents = {
        style.get(_STYLE + "name"): style.get(_STYLE + "parent-style-name")
        for style in content.iter(_STYLE + "style")
    }
    return list(_walk(content.find(f".//{_OFFICE}text"), parents))


def _walk(element, parents):
    for child in element:
        if child.tag in {_TEXT + "p", _TEXT + "h"}:
            style = child.get(_TEXT + "style-name")
            yield (
                parents.get(style, style),
                etree.tostring(child, method="text", encoding="unicode", with_tail=False),
            )
        elif child.tag == _TABLE + "table-row":
            yield "rij", tuple(text for _, text in _walk(child, parents))
        elif child.tag != _TEXT + "tracked-changes":
            yield from _walk(child, parents)
