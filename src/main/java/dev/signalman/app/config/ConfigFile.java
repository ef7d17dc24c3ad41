package dev.signalman.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A parsed YAML file.
 *
 * @param root the top mapping, with line numbers; null for an empty or faulty file, or if there is no file and none was
 *     named
 * @param hash the file's name and the hash of its bytes, as {@code name sha256:hash}; {@code ""} without a file
 */
public record ConfigFile(@Nullable FileMapping root, String hash) {
    private static final ConfigFile NONE = new ConfigFile(null, "");

    /** Reads and parses the file. Adds a fault if it cannot be read or parsed, or if a named file does not exist. */
    public static ConfigFile read(Path path, boolean named, List<ConfigurationFault> faults) {
        if (!Files.exists(path)) {
            if (named) {
                faults.add(new ConfigurationFault(
                        "SIGNALMAN_CONFIG",
                        "can't find file " + path + "; name an existing file, or remove SIGNALMAN_CONFIG"));
            }
            return NONE;
        }
        try {
            var bytes = Files.readAllBytes(path);
            var name = path.getFileName().toString();
            return new ConfigFile(parse(name, text(bytes), faults), name + " sha256:" + sha256(bytes));
        } catch (IOException unreadable) {
            faults.add(new ConfigurationFault(path.toString(), "can't be read; it must be a readable UTF-8 text file"));
            return NONE;
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private static @Nullable FileMapping parse(String file, String text, List<ConfigurationFault> faults) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                return null;
            }
            if (root instanceof MappingNode mapping) {
                return new FileMapping(file, "", mapping, faults);
            }
            faults.add(new ConfigurationFault(file, "must hold keys and values, such as \"projects:\""));
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark();
            var line = mark == null ? "" : ", line " + (mark.getLine() + 1);
            faults.add(new ConfigurationFault(file + line, "isn't valid YAML: " + malformed.getProblem()));
        } catch (YAMLException malformed) {
            faults.add(new ConfigurationFault(file, "isn't valid YAML: " + malformed.getMessage()));
        }
        return null;
    }
}
