from steady.store import bundled


def checkout(folder):
    package = folder / "src" / "steady"
    package.mkdir(parents=True)
    (folder / "pyproject.toml").write_text("")
    (folder / "exercises").mkdir()
    return package


def test_what_lies_beside_an_installed_package_is_found(folder):
    (folder / "steady" / "_data" / "exercises").mkdir(parents=True)
    assert bundled.find("exercises", folder / "steady") == folder / "steady" / "_data" / "exercises"


def test_a_checkout_is_found_at_its_root(folder):
    assert bundled.find("exercises", checkout(folder)) == folder / "exercises"


def test_the_package_s_own_copy_wins_over_the_checkout(folder):
    package = checkout(folder)
    (package / "_data" / "exercises").mkdir(parents=True)
    assert bundled.find("exercises", package) == package / "_data" / "exercises"


def test_a_stranger_s_folder_two_above_an_installed_package_is_not_ours(folder):
    package = folder / "lib" / "steady"
    package.mkdir(parents=True)
    (folder / "exercises").mkdir()
    (folder / "pyproject.toml").write_text("")
    assert bundled.find("exercises", package) is None


def test_a_missing_folder_is_none(folder):
    assert bundled.find("assets", checkout(folder)) is None


def test_this_steady_finds_its_exercises_and_assets():
    exercises, assets = bundled.exercises_dir(), bundled.assets_dir()
    assert exercises is not None
    assert exercises.name == "exercises"
    assert assets is not None
    assert assets.name == "assets"
