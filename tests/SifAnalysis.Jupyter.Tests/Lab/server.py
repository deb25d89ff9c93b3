"""Serves JupyterLab's front end, as webpack.config.js built it beside this file, on Debian's Jupyter server."""

import pathlib

from jupyterlab_server import LabServerApp

HERE = pathlib.Path(__file__).resolve().parent


def _jupyter_server_extension_points():
    return [{"module": __name__, "app": Lab}]


class Lab(LabServerApp):
    name = "lab"
    app_name = "JupyterLab"
    app_version = "3.6.8"
    app_url = "/lab"
    extension_url = "/lab"
    load_other_extensions = False
    static_dir = str(HERE / "build")
    schemas_dir = str(HERE / "build" / "schemas")
    themes_dir = str(HERE / "build" / "themes")
    templates_dir = str(HERE / "templates")
    app_settings_dir = str(HERE / "settings")
    user_settings_dir = str(HERE / "settings" / "user")
    workspaces_dir = str(HERE / "settings" / "workspaces")


if __name__ == "__main__":
    Lab.launch_instance()
