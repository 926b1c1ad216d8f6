"""Facts about places that no source has; each with its reason."""

from __future__ import annotations

# Area codes, each with where it is known from.
CURATED_AREA_CODES = {
    "430300": ("0732", "Xiangtan, until it joined 0731 on 28 June 2009"),
    "430200": ("0733", "Zhuzhou, until it joined 0731 on 28 June 2009"),
}
# Postcodes of county seats that the source lacks or gives a namesake's for, as those counties'
# governments print them; without them the county's zone would be missing from its prefecture's.
CURATED_POSTCODES = {
    "150622": "010300",  # Jungar
    "231183": "161400",  # Nenjiang
    "420984": "431600",  # Hanchuan
    "419001": "459000",  # Jiyuan
    "450381": "546600",  # Lipu
    "520425": "550800",  # Ziyun
    "522324": "561400",  # Qinglong
    "650109": "831400",  # Midong
    "650202": "833600",  # Dushanzi
    "654203": "832100",  # Shawan
}
# Digits of subscriber numbers in area codes that have been given up (source 'geo' no longer has
# them), and where 'geo' still admits what is past.
CURATED_LENGTHS = {
    "0378": ("7", "Kaifeng, until it joined 0371 on 26 October 2013"),
    "0410": ("7", "Tieling, until it joined 024 on 20 August 2011"),
    "0413": ("7", "Fushun, until it joined 024 on 20 August 2011"),
    "0414": ("7", "Benxi, until it joined 024 on 24 May 2014"),
    "0565": ("7", "Chaohu, until it was divided in 2011"),
    "0567": ("7", "Bozhou, before 0558"),
    "0634": ("7", "Laiwu, until it joined Jinan's 0531"),
    "0732": ("7", "Xiangtan, until it joined 0731 on 28 June 2009"),
    "0733": ("7", "Zhuzhou, until it joined 0731 on 28 June 2009"),
    "0851": ("8", "Guiyang, with Zunyi and Anshun, since 20 December 2014"),
    "0852": ("7", "Zunyi, until it joined 0851 on 20 December 2014"),
    "0853": ("7", "Anshun, until it joined 0851 on 20 December 2014"),
}
# Area codes whose numbers went from seven digits to eight since 2008, each with the year.
LENGTHENED = {
    "0432": (2010, "Jilin; the year at the latest"),
    "0551": (2012, "Hefei, on 8 December"),
    "0731": (2009, "Changsha, Zhuzhou and Xiangtan, on 28 June"),
    "0760": (2009, "Zhongshan; the year at the latest"),
    "0791": (2011, "Nanchang, on 28 August"),
    "0851": (2014, "Guiyang, Zunyi and Anshun, on 20 December"),
    "0871": (2012, "Kunming, on 16 December"),
}
NO_NAMES = ("市区", "新区", "市郊区")  # three former districts' names that only mean 'the city'
# Two leading digits of postcodes that few counties of a province have, and rightly so: the mail
# reaches them through a neighbour. Other rare digits are the source's mix-ups of namesakes.
POSTAL_FRINGES = {
    "15": {"13", "16", "73", "75"},  # Hinggan 137400, Zalantun 162650, Ejin 735400, Alxa 750306
    "13": {"25"},  # Gucheng 253800
    "33": {"20"},  # Shengsi 202450
}
