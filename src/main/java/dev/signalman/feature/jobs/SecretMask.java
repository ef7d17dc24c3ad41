package dev.signalman.feature.jobs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks likely secrets in text before it is shown. It errs on the side of masking: it knows secrets by their shape, or
 * by the name before them. Each pattern is bounded, so hostile text takes only linear time.
 */
final class SecretMask {
    /** The replacement for a secret. */
    static final String MASKED = "[masked]";

    private static final String NAME =
            "(?:pass(?:word|wd|phrase|code)|(?<![a-z])pwd|secret|token|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|encryption[_-]?key|signing[_-]?key|credential|[_-]pass)";
    /** The rest of a dotted name, but not a source file: the colon after that precedes a line number. */
    private static final String MORE_NAME =
            "[\\w-]{0,60}(?:\\.(?!(?:java|kt|scala|[jt]sx?|py|rb|go|rs|exs?|php|cs|cc?|cpp|h|md"
                    + "|ya?ml|json|sh|sql|swift)\\b)[\\w-]{1,60}){0,3}";

    private static final String VALUE = "(?:\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+){0,50}+\"?|'[^'\\n]*+'?|[^\\s]++)";

    private static final List<Masking> MASKINGS = List.of(
            // Whole headers
            Masking.of("(?i)((?:proxy-)?authorization[\"']?\\s{0,3}[:=]\\s{0,3})[^\\n\"']++", "$1" + MASKED),
            Masking.of("(?i)((?:set-)?cookie\\s{0,3}:\\s{0,3})[^\\n\"']++", "$1" + MASKED),
            Masking.of("(?i)\\b((?:bearer|basic)\\s{1,3})[A-Za-z0-9._~+/=-]{8,}+", "$1" + MASKED),
            // Recognizable formats
            Masking.of("xox[a-z](?:\\.xox[a-z])?-[A-Za-z0-9-]{6,}+", MASKED),
            Masking.of("xapp-[A-Za-z0-9-]{6,}+", MASKED),
            Masking.of("https://hooks\\.slack(?:-gov)?\\.com/[^\\s\"'<>]++", MASKED),
            Masking.of(
                    "(?:signalman_agent_|gh[pousr]_|github_pat_|glpat-|gldt-|npm_|hvs\\.|dop_v1_|pypi-|sk_live_|rk_live_|sk-)"
                            + "[A-Za-z0-9_.-]{12,}+",
                    MASKED),
            Masking.of("(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}+", MASKED),
            Masking.of("AIza[A-Za-z0-9_-]{30,}+", MASKED),
            Masking.of("SG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+", MASKED),
            Masking.of("eyJ[A-Za-z0-9_-]{4,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+){0,3}", MASKED),
            // Credentials in an address
            Masking.of(
                    "(?i)(\\b[a-z][a-z0-9+.-]{0,20}://)(?:[^\\s/\"']{1,1000}|[^\\s/@:]{0,200}:[^\\s\"']{1,500})@",
                    "$1" + MASKED + "@"),
            // Values after a telling name
            Masking.of(
                    "(?i)(" + NAME + MORE_NAME + "[\"'\\]]{0,3}[ \\t]{0,3}(?::=|=>|[:=])(?![=:])[ \\t]{0,3})" + VALUE,
                    "$1" + MASKED),
            Masking.of("(?i)(--?[\\w-]{0,40}" + NAME + "[\\w-]{0,20}\\s{1,3})" + VALUE, "$1" + MASKED),
            Masking.of("(?i)(\\bcurl\\b[^\\n]{0,500}?\\s(?:-u|--user)[\\s=]{1,3})" + VALUE, "$1" + MASKED),
            Masking.of(
                    "(?i)((?:key|token|secret|passw\\w{0,10}|credential|signature|jwt)s?[\\w-]{0,30}[^\\w\\n]{1,4}(?:is|was)?[^\\w\\n]{0,4})"
                            + "[A-Za-z0-9+/_=.-]{20,}+",
                    "$1" + MASKED));

    private SecretMask() {}

    /** The text with all recognized secrets masked. */
    static String mask(String text) {
        var masked = PrivateKeyMask.mask(text);
        for (var masking : MASKINGS) {
            masked = masking.shape().matcher(masked).replaceAll(masking.instead());
        }
        return masked;
    }

    private record Masking(Pattern shape, String instead) {
        static Masking of(String shape, String instead) {
            return new Masking(Pattern.compile(shape), instead);
        }
    }

    /** Masks private keys in PEM form, also when only their beginning or their end is there. */
    private static final class PrivateKeyMask {
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
                    // Its beginning was cut away, so all that is left before its end may be the key.
                    kept.append(MASKED);
                    from = end.end();
                } else if (begins) {
                    kept.append(text, from, begin.start()).append(MASKED);
                    from = end.find(begin.end()) ? end.end() : text.length();
                } else {
                    kept.append(text, from, text.length());
                    from = text.length();
                }
            }
            return kept.toString();
        }
    }
}
