package dev.signalman.docs;

import dev.signalman.docs.ShownTexts.Shown;
import dev.signalman.docs.ShownTexts.Way;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document of all texts that people can meet, by where they meet them. */
final class WordsDocument {
    private static final String HEAD = """
            # What people read

            Every text of the bot that a person can meet, as the source has it; ‹values› are put in. A sentence that is put together
            in several places is listed in its parts. `WordsTest` makes this list from the source: read it aloud, and read the
            difference after a change. How we write is in CONTRIBUTING.md, "Words people read".

            Not listed: single words that only name a state, a noun or a key; what Slack, Semaphore, the database and Java say and the bot
            passes on; the descriptions in the JSON Schema of `signalman.yml`; the app's manifest; the page of the demo.
            """;

    private static final Map<String, String> SECTIONS = sections();

    private WordsDocument() {}

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("command", "Command lines that can't be read, and help's summaries");
        sections.put("subject", "Finding what a command is about");
        sections.put("feature.help", "Help");
        sections.put("feature.home", "Home tab");
        sections.put("feature.access", "Access");
        sections.put("feature.approvals", "Approvals and break-glass");
        sections.put("feature.promotions", "Promotions");
        sections.put("feature.outofband", "Promotions outside Signalman");
        sections.put("ruling", "Rules");
        sections.put("feature.locks", "Locks and freezes");
        sections.put("feature.deploys", "Deploys");
        sections.put("feature.pipelines", "Pipelines and workflows");
        sections.put("feature.runs", "Run, rerun, rebuild, stop");
        sections.put("feature.jobs", "Jobs and logs");
        sections.put("feature.subscriptions", "Subscriptions");
        sections.put("feature.agenttypes", "Agent types");
        sections.put("feature.projects", "Projects");
        sections.put("feature.linking", "Linked tokens");
        sections.put("feature.audit", "Ledger");
        sections.put("dispatch", "Failures");
        sections.put("slack", "Cards, forms, and replies before a command is taken");
        sections.put("checks", "Doctor");
        sections.put("app.config", "Faults in the configuration");
        sections.put("app", "Command line");
        sections.put("semaphore", "Reasons, inside other sentences");
        sections.put("", "Other");
        return sections;
    }

    static String of(List<Shown> all) {
        var bySection = new LinkedHashMap<String, Set<String>>();
        SECTIONS.keySet().forEach(section -> bySection.put(section, new TreeSet<>()));
        var log = new TreeSet<String>();
        for (var shown : all) {
            if (shown.way() == Way.LOG) {
                log.add(shown.wording());
            } else {
                bySection
                        .computeIfAbsent(section(shown), added -> new TreeSet<>())
                        .add(shown.wording());
            }
        }
        var document = new StringBuilder(HEAD);
        SECTIONS.forEach((section, heading) -> append(document, heading, bySection.getOrDefault(section, Set.of())));
        append(document, "Log lines", log);
        return document.toString();
    }

    private static void append(StringBuilder document, String heading, Set<String> wordings) {
        if (!wordings.isEmpty()) {
            document.append("\n## ").append(heading).append("\n\n");
            wordings.forEach(wording -> document.append("* ").append(wording).append('\n'));
        }
    }

    private static String section(Shown shown) {
        var room = shown.unit().replaceFirst("^dev\\.signalman\\.?", "");
        if (shown.way() == Way.USAGE) {
            return "app";
        }
        if (room.endsWith("Check") || room.startsWith("checkup.") || room.endsWith("SocketAdvice")) {
            return "checks";
        }
        return SECTIONS.keySet().stream()
                .filter(section -> section.isEmpty() || room.startsWith(section + "."))
                .findFirst()
                .orElseThrow();
    }
}
