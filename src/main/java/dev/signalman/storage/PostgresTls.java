package dev.signalman.storage;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Requires encryption to PostgreSQL on another machine. The driver's default ({@code prefer}) silently falls back to
 * clear text when the server has no TLS, or when somebody on the way says so.
 */
final class PostgresTls {
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)(?:[/?].*)?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)])?(:[0-9]*)?");
    private static final Pattern SAID =
            Pattern.compile("(?i)[?&](sslmode=(disable|require|verify-ca|verify-full)|ssl=true)(&|$)");
    private static final Pattern VAGUE = Pattern.compile("(?i)([?&])(sslmode=[^&]*|ssl=[^&]*|ssl(?=&|$))");

    private PostgresTls() {}

    /** Adds {@code sslmode=require} to a URL, unless it names this machine, disables TLS, or is stricter already. */
    static String asked(String url) {
        if (SAID.matcher(url).find() || local(url)) {
            return url;
        }
        var plain = VAGUE.matcher(url).replaceAll("$1");
        return plain + (plain.contains("?") ? "&" : "?") + "sslmode=require";
    }

    private static boolean local(String url) {
        var hosts = HOSTS.matcher(url);
        if (!hosts.matches()) {
            return true; // jdbc:postgresql:db means localhost
        }
        for (var host : hosts.group(1).split(",", -1)) {
            if (!LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
                return false;
            }
        }
        return true;
    }
}
