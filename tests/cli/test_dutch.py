"""The sentences of click, in Dutch."""

import inspect

import pytest

from wederkerig.cli import dutch


@pytest.mark.parametrize("sentence", dutch.SENTENCES)
def test_every_sentence_is_one_that_click_says(sentence):
    source = "".join(inspect.getsource(module) for module in dutch._MODULES)

    assert f'"{sentence}"' in source


@pytest.mark.parametrize("sentence", dutch.SENTENCES)
def test_a_translation_fills_in_no_other_names(sentence):
    names = set(dutch.re.findall(r"{(\w+)", dutch.SENTENCES[sentence])) if hasattr(dutch, "re") else set()

    assert names <= {
        "name",
        "args",
        "message",
        "param_hint",
        "possibility",
        "possibilities",
        "command",
        "option",
    }
