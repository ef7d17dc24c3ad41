package dev.signalman.feature.jobs;

import java.util.regex.Pattern;

/** Masks private keys in PEM form, also when their beginning or end is missing. */
final class PrivateKeyMask {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----");

    private PrivateKeyMask() {}

    static String mask(String text) {
        var kept = new StringBuilder(text.length());
        int from = 0;
        var begin = BEGIN.matcher(text);
        var end = END.matcher(text);
        while (from < text.length()) {
            boolean begins = begin.find(from);
            boolean ends = end.find(from);
            if (ends && (!begins || end.start() < begin.start())) {
                // Its beginning was cut off, so everything before its end may be the key.
                kept.append(SecretMask.MASKED);
                from = end.end();
            } else if (begins) {
                kept.append(text, from, begin.start()).append(SecretMask.MASKED);
                from = end.find(begin.end()) ? end.end() : text.length();
            } else {
                kept.append(text, from, text.length());
                from = text.length();
            }
        }
        return kept.toString();
    }
}
