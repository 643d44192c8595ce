"""How a model is trained: what the command line may overrule, with each model's defaults."""

from __future__ import annotations

from dataclasses import dataclass, replace

import keras


@dataclass(frozen=True)
class Recipe:
    """Hyperparameters of a training run.

    `max_shift` is in pixels; `color_gain` (a share of the value) and `color_offset_dn` (digital
    numbers of Level-1C) are standard deviations; `detail` is the share of images whose finest
    detail is changed; `neighbours` the share of batches whose images are seen side by side; `mixup`
    is the alpha of Zhang et al. 2018. `start_share` is how much of the weights that it started from
    is in those it keeps (Wortsman et al. 2022, robust fine-tuning). A recipe without augmentation
    and with `optimizer="adam"` is the course's.
    """

    epochs: int = 15
    batch_size: int = 32
    optimizer: str = "adam"
    learning_rate: float = 1e-3
    weight_decay: float = 0.0
    label_smoothing: float = 0.0
    warmup_epochs: int = 0
    augment: bool = False
    max_shift: int = 0
    color_gain: float = 0.0
    color_offset_dn: float = 0.0
    detail: float = 0.0
    neighbours: float = 0.0
    mixup: float = 0.0
    start_share: float = 0.0
    # Epochs without a better validation accuracy after which training stops; 0 for never.
    patience: int = 0

    @property
    def one_hot(self) -> bool:
        """Whether targets are shares of classes instead of labels."""
        return self.label_smoothing > 0 or self.mixup > 0


COURSE_RECIPE = Recipe()

OWN_RECIPE = Recipe(
    epochs=30,
    batch_size=96,
    optimizer="adamw",
    learning_rate=3e-3,
    weight_decay=0.05,
    label_smoothing=0.1,
    warmup_epochs=2,
    augment=True,
    max_shift=8,
    color_gain=0.07,
    color_offset_dn=60.0,
)

# Fine-tuning from ImageNet: a short schedule, and colours that move about as far as an unknown
# aerosol, or a hazy day, moves them.
LITE0_RECIPE = Recipe(
    epochs=20,
    batch_size=96,
    optimizer="adamw",
    learning_rate=1e-3,
    weight_decay=0.05,
    label_smoothing=0.1,
    warmup_epochs=1,
    augment=True,
    max_shift=8,
    color_gain=0.07,
    color_offset_dn=80.0,
    detail=0.5,
    mixup=0.2,
)

# The same for a larger network in a single training: it needs no mixup, learns from the start that
# a window has neighbours, and sees half of the images with their own detail (0.8 to the third).
LITE2_RECIPE = replace(LITE0_RECIPE, detail=0.2, mixup=0.0, neighbours=0.3)

# The same for few and small layers, which need no mixup, and longer.
FINE_RECIPE = replace(
    LITE0_RECIPE, epochs=30, learning_rate=1.5e-3, max_shift=4, detail=0.3, mixup=0.0
)

# Recipes by model; a model that is not listed trains as the course does.
RECIPES: dict[str, Recipe] = {
    "resnet12": OWN_RECIPE,
    "lite0": LITE0_RECIPE,
    "lite2": LITE2_RECIPE,
    "lite0_fine": FINE_RECIPE,
}


def recipe_for(model_name: str) -> Recipe:
    """The default recipe of a registered model."""
    return RECIPES.get(model_name, COURSE_RECIPE)


def build_optimizer(recipe: Recipe, steps_per_epoch: int) -> keras.optimizers.Optimizer:
    """The recipe's optimizer; AdamW (Loshchilov & Hutter 2019) decays its rate by a cosine."""
    if recipe.optimizer == "adam":
        return keras.optimizers.Adam(recipe.learning_rate)
    warmup = recipe.warmup_epochs * steps_per_epoch
    schedule = keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=recipe.learning_rate / 20 if warmup else recipe.learning_rate,
        decay_steps=max(1, recipe.epochs * steps_per_epoch - warmup),
        warmup_target=recipe.learning_rate if warmup else None,
        warmup_steps=warmup,
    )
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=recipe.weight_decay)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer


def build_loss(recipe: Recipe) -> keras.losses.Loss:
    """Cross-entropy on softmax probabilities, from labels, or smoothed from one-hot labels."""
    if recipe.one_hot:
        return keras.losses.CategoricalCrossentropy(label_smoothing=recipe.label_smoothing)
    return keras.losses.SparseCategoricalCrossentropy()
