package dev.signalman.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in the file. A value of the wrong type becomes a fault with its line. */
public final class FileMapping {
    private final String file;
    private final String path;
    private final int line;
    private final List<ConfigurationFault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();

    FileMapping(String file, String path, MappingNode node, List<ConfigurationFault> faults) {
        this.file = file;
        this.path = path;
        this.line = node.getStartMark().getLine() + 1;
        this.faults = faults;
        for (var tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                    fault(key.getValue(), "is there twice; keep one");
                }
            } else {
                faults.add(new ConfigurationFault(place(tuple.getKeyNode(), path), "isn't a plain key"));
            }
        }
    }

    private FileMapping(FileMapping own, FileMapping others) {
        this.file = own.file;
        this.path = own.path;
        this.line = own.line;
        this.faults = own.faults;
        values.putAll(others.values);
        values.putAll(own.values);
    }

    /** This mapping, with the values of another one for keys that it lacks. */
    public FileMapping orElse(FileMapping others) {
        return new FileMapping(this, others);
    }

    /** Where the mapping begins: file and line. */
    public String place() {
        return file + ", line " + line;
    }

    /** The keys, in the order of the file. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** Reports every key that is not in {@code known}. */
    public void allow(Set<String> known) {
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                unknown(key, known);
            }
        }
    }

    /** Reports a key that is not in {@code known}. */
    public void unknown(String key, Set<String> known) {
        fault(key, "isn't a known key here; known are " + String.join(", ", new TreeSet<>(known)));
    }

    /** A scalar as text; null if the key is missing. */
    @Nullable
    public String text(String key) {
        var node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        fault(key, "must be a single value");
        return null;
    }

    /** A required scalar; reports a missing or blank one and returns an empty text. */
    public String requiredText(String key) {
        var text = values.containsKey(key) ? text(key) : null;
        if (text == null || text.isBlank()) {
            if (!values.containsKey(key) || text != null) {
                fault(key, "is missing; set a single value");
            }
            return "";
        }
        return text;
    }

    /** A boolean; {@code otherwise} if the key is missing. */
    public boolean truth(String key, boolean otherwise) {
        var text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        fault(key, "must be true or false");
        return otherwise;
    }

    /** A whole number within the bounds; {@code otherwise} if the key is missing. */
    public int number(String key, int otherwise, int least, int most) {
        var text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(key, "must be a number from " + least + " to " + most);
        return otherwise;
    }

    /** A list of scalars; a single one counts as a list. Null if the key is missing. */
    @Nullable
    public List<String> texts(String key) {
        var node = values.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode) {
            var text = text(key);
            return text == null ? List.of() : List.of(text);
        }
        var texts = new ArrayList<String>();
        if (node instanceof SequenceNode sequence) {
            for (var item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                    texts.add(scalar.getValue());
                } else {
                    faults.add(new ConfigurationFault(place(item, at(key)), "must be a single value"));
                }
            }
        } else {
            fault(key, "must be a list, such as [a, b]");
        }
        return texts;
    }

    /** A list of mappings; empty if the key is missing. */
    public List<FileMapping> mappings(String key) {
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        var mappings = new ArrayList<FileMapping>();
        if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (var item : sequence.getValue()) {
                var at = at(key) + "[" + index++ + "]";
                if (item instanceof MappingNode mapping) {
                    mappings.add(new FileMapping(file, at, mapping, faults));
                } else {
                    faults.add(
                            new ConfigurationFault(place(item, at), "must hold keys and values, such as {name: web}"));
                }
            }
        } else {
            fault(key, "must be a list, each entry with keys and values");
        }
        return mappings;
    }

    /** A mapping; null if the key is missing. */
    @Nullable
    public FileMapping mapping(String key) {
        var node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return new FileMapping(file, at(key), mapping, faults);
        }
        if (node != null) {
            fault(key, "must hold keys and values");
        }
        return null;
    }

    /** Whether the key's value is a mapping. */
    public boolean holdsMapping(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Reports a fault at a key. */
    public void fault(String key, String sentence) {
        var node = values.get(key);
        faults.add(new ConfigurationFault(node == null ? file + ", " + at(key) : place(node, at(key)), sentence));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String place(Node node, String at) {
        return file + ", line " + (node.getStartMark().getLine() + 1) + ", " + at;
    }
}
