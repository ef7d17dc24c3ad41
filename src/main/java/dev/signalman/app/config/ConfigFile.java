package dev.signalman.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Opens the YAML file and gives its root, with the lines on which everything stands. */
final class ConfigFile {
    private ConfigFile() {}

    /** The root of the file; null when it is empty, absent without having been named, or faulty. */
    static @Nullable FileMapping read(Path path, boolean named, List<Fault> faults) {
        if (!Files.exists(path)) {
            if (named) {
                faults.add(new Fault(
                        "SIGNALMAN_CONFIG", "there is no file " + path + "; name one that exists, or leave it out"));
            }
            return null;
        }
        try {
            return parse(path.getFileName().toString(), Files.readString(path), faults);
        } catch (IOException unreadable) {
            faults.add(new Fault(path.toString(), "cannot be read; it must be a text file in UTF-8 that I may read"));
            return null;
        }
    }

    private static @Nullable FileMapping parse(String file, String text, List<Fault> faults) {
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
            faults.add(new Fault(file, "must hold keys and values, such as \"projects:\""));
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark();
            var line = mark == null ? "" : ", line " + (mark.getLine() + 1);
            faults.add(new Fault(file + line, "is not well-formed YAML: " + malformed.getProblem()));
        } catch (YAMLException malformed) {
            faults.add(new Fault(file, "is not well-formed YAML: " + malformed.getMessage()));
        }
        return null;
    }
}
