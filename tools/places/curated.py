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
NO_NAMES = ("市区", "新区", "市郊区")  # three former districts' names that only mean 'the city'
# Two leading digits of postcodes that few counties of a province have, and rightly so: the mail
# reaches them through a neighbour. Other rare digits are the source's mix-ups of namesakes.
POSTAL_FRINGES = {
    "15": {"13", "16", "73", "75"},  # Hinggan 137400, Zalantun 162650, Ejin 735400, Alxa 750306
    "13": {"25"},  # Gucheng 253800
    "33": {"20"},  # Shengsi 202450
}
