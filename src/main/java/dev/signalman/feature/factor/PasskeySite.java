package dev.signalman.feature.factor;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the passkeys' pages are. It comes from the configuration alone: a header says what its sender wants.
 *
 * @param address of the page, which ends with a slash
 * @param origin as browsers write it
 * @param host the relying party's id, for which alone passkeys are made
 */
record PasskeySite(String address, String origin, String host) {
    /** Empty without a public address, and for one without a name: browsers make no passkeys for an IP address. */
    static Optional<PasskeySite> of(@Nullable URI publicUrl) {
        if (publicUrl == null || publicUrl.getHost() == null) {
            return Optional.empty();
        }
        var host = publicUrl.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") || host.matches("[0-9.]+")) {
            return Optional.empty();
        }
        var scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        var port = publicUrl.getPort() < 0 || publicUrl.getPort() == usual ? "" : ":" + publicUrl.getPort();
        var address = publicUrl.toString().replaceFirst("/+$", "") + "/passkey/";
        return Optional.of(new PasskeySite(address, scheme + "://" + host + port, host));
    }
}
