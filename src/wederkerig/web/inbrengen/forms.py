"""The forms of bringing in and adopting: what may be chosen follows from whose people somebody is."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.register.domain.gemeentekeuze import refused
from wederkerig.web.register.domain.herkennen import split_names
from wederkerig.web.register.domain.inzenden import clean_name, overeenkomsten_van
from wederkerig.web.register.domain.vaststellen import Voorstel, no_such_municipality
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.vormgeving.velden import Dag

ENDINGS = ".pdf,.docx,.odt,.html,.htm,.md,.txt"


class MeerBestanden(forms.ClearableFileInput):
    """Lets one choose several files at once."""

    allow_multiple_selected = True


class Bestanden(forms.FileField):
    """One or several files, each taken or refused by itself."""

    widget = MeerBestanden

    def clean(self, data: Any, initial: Any = None) -> Ontvangen:  # noqa: ANN401  # files, as Django gives them
        """The files that can be taken, and why the others cannot."""
        files = data if isinstance(data, list | tuple) and data else [None]
        found = Ontvangen([], [])
        for each in files:
            try:
                file = super().clean(each, initial)
            except forms.ValidationError as error:
                if each is None:
                    raise
                found.geweigerd.append(refusal(each.name, error.messages[0]))
            else:
                found.bestanden.extend([file] if file else [])
        return found


class Ontvangen(NamedTuple):
    """The files that can be taken, and of each of the others its name and the reason."""

    bestanden: list[Any]
    geweigerd: list[str]


def refusal(naam: str, reden: str) -> str:
    """Which file was not taken, and why."""
    return gettext("‘%(naam)s’ is niet ingebracht: %(reden)s") % {
        "naam": clean_name(naam),
        "reden": reden[:1].lower() + reden[1:],
    }


class InbrengenForm(forms.Form):
    """Which files, on behalf of whom, and which agreements they belong to."""

    bestanden = Bestanden(
        label=_("Bestanden"),
        widget=MeerBestanden(attrs={"multiple": True, "accept": ENDINGS}),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kijk of het juiste bestand is gekozen."),
            "max_length": _("De naam van het bestand is te lang. Geef het een kortere naam."),
            "missing": _("Kies een bestand."),
            "invalid": _("Kies een bestand."),
        },
        max_length=1000,
    )
    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label=_("Namens welke organisatie?"),
        empty_label=_("Kies een organisatie"),
        error_messages={
            "required": _("Kies een organisatie."),
            "invalid_choice": _("Kies een van uw organisaties."),
        },
    )
    overeenkomst = forms.ModelChoiceField(
        Overeenkomst.objects.none(),
        label=_("Hoort het bij afspraken die hier al staan?"),
        help_text=_("Alleen nodig bij een jaarplan. Weet u het niet? Dan zoeken we het voor u op."),
        required=False,
        empty_label=_("Nee, of dat weet ik niet"),
        error_messages={"invalid_choice": _("Kies afspraken waarbij uw organisatie partij is.")},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django calls it
        gebruiker: Gebruiker,
        organisaties: list[Organisatie],
        **kwargs: Any,  # noqa: ANN401  # as Django calls it
    ) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["organisatie"]
        choice.queryset = Organisatie.objects.filter(pk__in=[each.pk for each in organisaties])  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["overeenkomst"].queryset = overeenkomsten_van(gebruiker)  # type: ignore[attr-defined]  # a ModelChoiceField
        if len(organisaties) == 1:
            choice.initial = organisaties[0]
            choice.widget = forms.HiddenInput()


class VaststellenForm(forms.Form):
    """For which municipalities, and from when. stand: what the person saw."""

    gemeenten = forms.MultipleChoiceField(
        label=_("Voor welke gemeente?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies voor welke gemeente deze afspraken gelden."),
            "invalid_choice": _("Kies alleen gemeenten die partij zijn in dit document."),
        },
    )
    vastgesteld = Dag(
        label=_("Vastgesteld op"),
        required=False,
        help_text=_("De dag waarop de partijen tekenden of besloten."),
    )
    inwerking = Dag(label=_("Geldt vanaf"), required=False)
    anders = forms.BooleanField(
        label=_("Dit zijn andere afspraken"),
        error_messages={"required": _("Zet hier een vinkje als dit echt andere afspraken zijn.")},
    )
    stand = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, voorstel: Voorstel, **kwargs: Any) -> None:  # noqa: ANN401  # as Django calls it
        super().__init__(*args, **kwargs)
        self.voorstel = voorstel
        choice = self.fields["gemeenten"]
        if voorstel.keuze:
            choice.choices = [(naam, naam) for naam in voorstel.keuze]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            self.fields["gemeenten"] = _named_by_hand()
        if not voorstel.dubbel:
            del self.fields["anders"]

    def clean_gemeenten(self) -> list[str]:
        """The names, each once."""
        given = self.cleaned_data["gemeenten"]
        if self.voorstel.keuze:
            return list(given)
        names = split_names(given)
        if not names:
            raise forms.ValidationError(_("Vul in voor welke gemeente deze afspraken gelden."))
        wrong = refused(names, (), self.voorstel.nalezing.lezing.tekst)
        if wrong:
            raise forms.ValidationError([no_such_municipality(naam[:100], self.voorstel) for naam in wrong])
        return names


def _named_by_hand() -> forms.CharField:
    return forms.CharField(
        label=_("Voor welke gemeente?"),
        help_text=_(
            "Schrijf de naam zoals die in het document staat. "
            "Gelden de afspraken in meer gemeenten? Zet een komma tussen de namen."
        ),
        max_length=400,
        error_messages={"required": _("Vul in voor welke gemeente deze afspraken gelden.")},
    )
