package dev.signalman.app.config;

import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.storage.DatabaseAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values from the environment. The file may also set those that are not secret, with the name in lower
 * case.
 */
final class SettingReader {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final Map<String, String> environment;
    private final @Nullable FileMapping file;
    private final List<ConfigurationFault> faults;

    SettingReader(Map<String, String> environment, @Nullable FileMapping file, List<ConfigurationFault> faults) {
        this.environment = environment;
        this.file = file;
        this.faults = faults;
    }

    String requiredSecret(String name, String what, String pattern) {
        var value = fromEnvironment(name);
        if (value == null) {
            faults.add(new ConfigurationFault(name, "is not set; set it to " + what));
            return "";
        }
        return matching(name, value, pattern, "is not " + what);
    }

    /** An optional secret that must match {@code pattern}; null if it is not set. */
    @Nullable
    String secret(String name, String what, String pattern) {
        var value = fromEnvironment(name);
        return value == null ? null : matching(name, value, pattern, "is not " + what);
    }

    /** An optional secret; null if it is not set. */
    @Nullable
    String secret(String name) {
        return fromEnvironment(name);
    }

    /** The address of the database; the embedded one if the variable is not set. */
    DatabaseAddress database(String name) {
        try {
            return DatabaseAddress.read(fromEnvironment(name));
        } catch (IllegalArgumentException faulty) {
            faults.add(new ConfigurationFault(
                    name,
                    "must be jdbc:postgresql://host:port/db or postgres://user:password@host:port/db; remove it "
                            + "for the embedded database"));
            return DatabaseAddress.read(null);
        }
    }

    /** The encryption keys; all of them are optional. */
    Keyring keyring() {
        var current = key("SIGNALMAN_ENCRYPTION_KEY", fromEnvironment("SIGNALMAN_ENCRYPTION_KEY"));
        var old = fromEnvironment("SIGNALMAN_OLD_ENCRYPTION_KEYS");
        var keys = new ArrayList<EncryptionKey>();
        for (var each : old == null ? new String[0] : old.split("[,\\s]+")) {
            var key = key("SIGNALMAN_OLD_ENCRYPTION_KEYS", each);
            if (key != null) {
                keys.add(key);
            }
        }
        return new Keyring(current, keys);
    }

    private @Nullable EncryptionKey key(String name, @Nullable String base64) {
        try {
            return base64 == null ? null : EncryptionKey.read(base64);
        } catch (IllegalArgumentException faulty) {
            faults.add(new ConfigurationFault(
                    name,
                    "must be 32 random bytes in base64, as \"openssl rand -base64 32\" prints them"
                            + (name.endsWith("S") ? "; separate several with commas" : "")));
            return null;
        }
    }

    private String matching(String name, String value, String pattern, String sentence) {
        if (!value.matches(pattern)) {
            faults.add(new ConfigurationFault(name, sentence));
        }
        return value;
    }

    int number(String name, int otherwise, int least, int most) {
        var value = anywhere(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        faults.add(new ConfigurationFault(name, "must be a number from " + least + " to " + most));
        return otherwise;
    }

    /** The numeric address of an interface. A host name is a fault, since it could later resolve to another address. */
    String interfaceAddress(String name, String otherwise) {
        var value = anywhere(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            return value;
        }
        faults.add(new ConfigurationFault(
                name, "must be a numeric interface address, such as 127.0.0.1, or 0.0.0.0 for all"));
        return otherwise;
    }

    Duration duration(String name, Duration otherwise) {
        var value = anywhere(name);
        if (value == null) {
            return otherwise;
        }
        try {
            var duration = Duration.parse(value);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(Duration.ofHours(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            faults.add(new ConfigurationFault(name, "must be an ISO-8601 duration, such as PT5S"));
            return otherwise;
        }
        faults.add(new ConfigurationFault(name, "must be at least PT1S and at most PT1H"));
        return otherwise;
    }

    URI requiredAddress(String name, String example) {
        if (anywhere(name) == null) {
            faults.add(new ConfigurationFault(name, "is not set; set an address such as " + example));
            return URI.create(example);
        }
        return address(name, example);
    }

    /** An address that may be absent; null then, or if it is faulty. */
    @Nullable
    URI optionalAddress(String name, String example) {
        return anywhere(name) == null ? null : address(name, example);
    }

    URI address(String name, String otherwise) {
        var value = anywhere(name);
        if (value == null) {
            return URI.create(otherwise);
        }
        try {
            var address = new URI(value);
            if (safe(address)
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            faults.add(new ConfigurationFault(name, "isn't an address; use one like " + otherwise));
            return URI.create(otherwise);
        }
        faults.add(new ConfigurationFault(
                name,
                "must start with https:// (http:// only for this machine), without user, ? or #, like " + otherwise));
        return URI.create(otherwise);
    }

    private @Nullable String anywhere(String name) {
        var value = fromEnvironment(name);
        if (value != null || file == null) {
            return value;
        }
        return file.text(keyOf(name));
    }

    private @Nullable String fromEnvironment(String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The key in the file for a variable. */
    static String keyOf(String name) {
        return name.replaceFirst("^SIGNALMAN_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether an address uses https, or http to this machine. */
    static boolean safe(URI address) {
        var host = address.getHost();
        if (host == null) {
            return false;
        }
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && LOOPBACK.contains(host));
    }
}
