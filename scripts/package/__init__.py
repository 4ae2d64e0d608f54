"""Makes the packages: the frozen folder, the .deb, the archive, the installer, and their checks.

    python -m scripts.package all        what `make package` makes on this system, into dist/
    python -m scripts.package weights    what each part of the frozen folder weighs

`project` holds the facts that all of them tell, `freezing` what build.spec asks for, `entries` what
came into the frozen folder and from where; everything else reads these three.
"""
