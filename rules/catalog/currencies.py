"""The currencies in which figures may be given; the assumptions are in US dollars.

The two ends are the lowest and the highest yearly average of 2020 to 2023 (US Federal Reserve, release G.5A of February
1, 2024): years apart, so that a rate of today is most often between them.
"""

from rules.assumptions import Currency

CURRENCIES: dict[str, Currency] = {
    each.code: each
    for each in (
        Currency("USD", "US dollar", "$", 1, 1),
        Currency("EUR", "euro", "€", 0.8453, 0.9493),
        Currency("GBP", "British pound", "£", 0.7265, 0.8083),
        Currency("AUD", "Australian dollar", "A$", 1.3307, 1.5051),
        Currency("BRL", "Brazilian real", "R$", 4.9946, 5.3958),
        Currency("CAD", "Canadian dollar", "C$", 1.2533, 1.3494),
        Currency("CHF", "Swiss franc", "CHF", 0.8984, 0.9550),
        Currency("CNY", "Chinese yuan", "CNY", 6.4508, 7.0809),
        Currency("DKK", "Danish krone", "DKK", 6.2897, 7.0786),
        Currency("HKD", "Hong Kong dollar", "HK$", 7.7559, 7.8306),
        Currency("INR", "Indian rupee", "₹", 73.9351, 82.5708),
        Currency("JPY", "Japanese yen", "¥", 106.7754, 140.5001),
        Currency("KRW", "South Korean won", "₩", 1144.8911, 1306.7637),
        Currency("MXN", "Mexican peso", "MXN", 17.7334, 21.5462),
        Currency("MYR", "Malaysian ringgit", "MYR", 4.1439, 4.5577),
        Currency("NOK", "Norwegian krone", "NOK", 8.5955, 10.5659),
        Currency("NZD", "New Zealand dollar", "NZ$", 1.4136, 1.6279),
        Currency("SEK", "Swedish krona", "SEK", 8.5812, 10.6089),
        Currency("SGD", "Singapore dollar", "S$", 1.3428, 1.3800),
        Currency("THB", "Thai baht", "THB", 31.3070, 35.0500),
        Currency("TWD", "New Taiwan dollar", "NT$", 27.9366, 31.1525),
        Currency("ZAR", "South African rand", "ZAR", 14.7751, 18.4535),
    )
}
"""Every currency by its ISO 4217 code."""


def currency_named(text: str) -> Currency | None:
    """The currency of this code or sign, written in any case; None where it is neither."""
    word = text.strip().upper()
    return CURRENCIES.get(word) or next((each for each in CURRENCIES.values() if each.sign == word), None)
