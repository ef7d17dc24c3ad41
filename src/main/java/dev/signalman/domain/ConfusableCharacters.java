package dev.signalman.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Characters that look like an ASCII letter, a hyphen or a space, from the confusables of Unicode Technical Standard
 * 39. A Greek letter whose two cases resemble two Latin letters maps to the one that its lower case resembles.
 */
final class ConfusableCharacters {
    /** Each row holds the ASCII character, then its look-alikes. */
    private static final List<String> TABLE = List.of(
            "a\u0430\u03B1\u0251\u237A\u1D00\uA4EE\u13AA\u2C81",
            "b\u0432\u03B2\u044C\u0185\u0299\uA4D0\u13F4\u13CF",
            "c\u0441\u03F2\u1D04\uA4DA\u13DF\u2CA5",
            "d\u0501\u1D05\uA4D3\u13A0\u13E7",
            "e\u0435\u03B5\u04BD\u212E\u1D07\uA4F0\u13AC",
            "f\u03DD\u1E9D\uA730\uA4DD",
            "g\u0261\u0581\u0262\uA4D6\u13C0",
            "h\u04BB\u043D\u0570\u029C\uA4E7\u13BB",
            "i\u0456\u03B9\u0131\u0269\u026A\u2373\uA4F2\u13A5\u2C93",
            "j\u0458\u03F3\u1D0A\uA4D9\u13AB",
            "k\u043A\u03BA\u1D0B\uA4D7\u13E6\u2C95",
            "l\u04CF\u01C0\u2223\u05DF\u029F\uA4E1\u13DE",
            "m\u043C\u03BC\u1D0D\uA4DF\u13B7\u2C99",
            "n\u0578\u03B7\u0274\uA4E0\u2C9B",
            "o\u043E\u03BF\u0585\u03C3\u03C2\u10FF\u1D0F\uA4F3\u2C9F",
            "p\u0440\u03C1\u01BF\u1D18\uA4D1\u13E2\u2CA3",
            "q\u051B\u0563\u0566",
            "r\u0433\u1D26\u0280\uA4E3\u13A1\u13D2",
            "s\u0455\u01BD\uA731\uA4E2\u13DA",
            "t\u0442\u03C4\u1D1B\uA4D4\u13A2\u2CA7",
            "u\u03C5\u057D\u028B\u1D1C\uA4F4",
            "v\u0475\u03BD\u1D20\uA4E6\u13D9",
            "w\u051D\u0461\u0561\u03C9\u1D21\uA4EA\u13B3\u13D4",
            "x\u0445\u03C7\u00D7\uA4EB\u2CAD",
            "y\u0443\u04AF\u03B3\u10E7\u028F\uA4EC\u13BD\u2CA9",
            "z\u03B6\u1D22\uA4DC\u13C3",
            "-\u2010\u2012\u2013\u2014\u2015\u2212\u02D7\u2043\u2796",
            " \u2800");

    private static final Map<Integer, Integer> MEANT = meant();

    private ConfusableCharacters() {}

    /** Replaces look-alikes by the ASCII character that they resemble. */
    static String resolve(String lowerCase) {
        return lowerCase
                .codePoints()
                .map(c -> MEANT.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<Integer, Integer> meant() {
        var meant = new HashMap<Integer, Integer>();
        for (var row : TABLE) {
            int real = row.codePointAt(0);
            row.toLowerCase(Locale.ROOT).codePoints().skip(1).forEach(c -> meant.put(c, real));
        }
        return Map.copyOf(meant);
    }
}
