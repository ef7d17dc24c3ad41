package dev.signalman.app.policy;

import dev.signalman.app.config.ConfigFile;
import dev.signalman.app.config.ConfigurationFault;
import dev.signalman.app.config.FaultyConfigurationException;
import dev.signalman.app.config.FileMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of cases and reports all its faults at once. */
final class PolicyCaseFile {
    /** What a file may say. */
    static final Set<String> KEYS = Set.of("people", "groups", "defaults", "cases");

    private PolicyCaseFile() {}

    /**
     * Reads the cases, in the order of the file.
     *
     * @throws FaultyConfigurationException with every fault
     */
    static List<PolicyCase> read(Path path) throws FaultyConfigurationException {
        List<ConfigurationFault> faults = new ArrayList<>();
        if (!Files.exists(path)) {
            throw new FaultyConfigurationException(
                    List.of(new ConfigurationFault(path.toString(), "can't find this file")));
        }
        var root = ConfigFile.read(path, true, faults).root();
        var cases = root == null ? List.<PolicyCase>of() : cases(root);
        if (cases.isEmpty() && faults.isEmpty()) {
            faults.add(new ConfigurationFault(path.getFileName().toString(), "has no cases; list some under cases"));
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigurationException(faults);
        }
        return cases;
    }

    private static List<PolicyCase> cases(FileMapping root) {
        root.allow(KEYS);
        var workspace = WorkspaceSection.read(root);
        var defaults = root.mapping("defaults");
        if (defaults != null) {
            defaults.allow(CaseSection.DEFAULTS);
        }
        var cases = new ArrayList<PolicyCase>();
        var names = new HashSet<String>();
        for (var entry : root.mappings("cases")) {
            entry.allow(CaseSection.KEYS);
            var read = new CaseSection(with(entry, defaults), workspace).read();
            if (read != null) {
                cases.add(read);
                if (!names.add(read.name())) {
                    entry.fault("name", "is the name of an earlier case, too; use different names");
                }
            }
        }
        return cases;
    }

    private static FileMapping with(FileMapping entry, @Nullable FileMapping defaults) {
        return defaults == null ? entry : entry.orElse(defaults);
    }
}
