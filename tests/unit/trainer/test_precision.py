from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

from trainer.errors import TrainerError
from trainer.models import model_spec
from trainer.precision import choose_precision, cpu_has_bfloat16, layers_of

EPYC = "processor\t: 0\nflags\t\t: fpu sse2 avx512f avx512_bf16 avx512_vnni\n"
OLDER = "processor\t: 0\nflags\t\t: fpu sse2 avx512f avx512_vnni\n"


@pytest.mark.parametrize(("text", "has"), [(EPYC, True), (OLDER, False), ("", False)])
def test_the_cpus_flags_tell_whether_it_has_bfloat16(tmp_path: Path, text: str, has: bool) -> None:
    (tmp_path / "cpuinfo").write_text(text)
    assert cpu_has_bfloat16(tmp_path / "cpuinfo") is has


def test_a_system_without_cpuinfo_counts_as_without_bfloat16(tmp_path: Path) -> None:
    assert not cpu_has_bfloat16(tmp_path / "absent")


@pytest.mark.skipif(bool(tf.config.list_physical_devices("GPU")), reason="the GPU decides")
def test_auto_takes_bfloat16_where_it_pays() -> None:
    expected = "mixed_bfloat16" if cpu_has_bfloat16() else "float32"
    assert choose_precision("auto", lambda: model_spec("resnet12").build(10)) == expected
    assert choose_precision("auto", lambda: model_spec("lite0").build(10)) == "float32"


def test_another_name_is_refused() -> None:
    with pytest.raises(TrainerError, match="choose auto, float32, mixed_bfloat16"):
        choose_precision("float16", lambda: model_spec("model1").build(10))


def test_probabilities_and_weights_stay_float32_in_half_precision() -> None:
    with layers_of("mixed_bfloat16"):
        model = model_spec("resnet12").build(10)
    assert keras.config.dtype_policy().name == "float32"
    assert {w.dtype for w in model.weights} == {"float32"}
    window = np.full((1, 64, 64, 3), 0.4, np.float32)
    assert model(window).dtype == tf.float32
    assert model.get_layer("stem_conv").compute_dtype == "bfloat16"
