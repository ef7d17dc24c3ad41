package dev.signalman.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The document of all refusals, by topic. */
final class RefusalsDocument {
    private static final String HEAD = """
            # What the bot refuses, and how

            Every refusal, as the source has it; ‹values› are put in. `RefusalsTest` finds each place in the source that refuses and
            makes this list, so it is complete: read it as a whole. Each refusal says what is wrong and what to do next.

            Not repeated below: the nearest names come as buttons under "Did you mean", and a refusal before anything happened ends
            with "Nothing was changed."
            """;

    private static final Map<String, String> HEADINGS = headings();

    private RefusalsDocument() {}

    private static Map<String, String> headings() {
        var headings = new LinkedHashMap<String, String>();
        headings.put(
                "dev.signalman.command",
                "The line can't be read\n\nEach ends with an example: \"Try /semaphore promote production web, or /semaphore help promote.\"");
        headings.put("dev.signalman.subject", "The subject can't be found");
        headings.put("dev.signalman.feature.access", "Access");
        headings.put(
                "rules",
                "Rules of promotion\n\n`why`, the card of a request and a refusal use the same words. A line without a full stop is followed "
                        + "by who can meet the rule.");
        headings.put("dev.signalman.ruling", "No rule");
        headings.put("dev.signalman.feature.approvals", "Requests and votes");
        headings.put("dev.signalman.feature.promotions", "Promotions");
        headings.put("dev.signalman.feature.runs", "Run, rerun, rebuild, stop");
        headings.put("dev.signalman.feature.locks", "Locks");
        headings.put("dev.signalman.feature.linking", "Linked tokens");
        headings.put("dev.signalman.feature.subscriptions", "Subscriptions");
        headings.put("dev.signalman.feature.agenttypes", "Agent types");
        headings.put("dev.signalman.feature.jobs", "Jobs and logs");
        headings.put("dev.signalman.feature.deploys", "Deploys");
        headings.put("dev.signalman.feature.projects", "Projects");
        headings.put("dev.signalman.feature.help", "Help");
        headings.put(
                "dev.signalman.dispatch",
                "Failures of Semaphore, Slack or the bot\n\nIf the act may have happened, this follows: \"It may have worked, so I didn't "
                        + "try again. Check in Semaphore before you repeat it.\"");
        headings.put("dev.signalman.slack.inbound", "Before a command is taken");
        headings.put("dev.signalman.feature.outofband", "Deploys outside Signalman");
        return headings;
    }

    static String of(List<Refusals.Place> places) {
        var byRoom = new LinkedHashMap<String, TreeSet<String>>();
        HEADINGS.keySet().forEach(room -> byRoom.put(room, new TreeSet<>()));
        places.forEach(place -> byRoom.computeIfAbsent(room(place.unit()), room -> new TreeSet<>())
                .addAll(place.wordings()));
        var document = new StringBuilder(HEAD);
        byRoom.forEach((room, wordings) -> {
            if (!wordings.isEmpty()) {
                document.append("\n## ")
                        .append(HEADINGS.getOrDefault(room, room))
                        .append("\n\n");
                wordings.forEach(
                        wording -> document.append("* ").append(wording).append('\n'));
            }
        });
        return document.toString();
    }

    private static String room(String unit) {
        if (unit.endsWith("Rule") || unit.endsWith(".Judge")) {
            return "rules";
        }
        var room = unit.substring(0, unit.lastIndexOf('.'));
        return HEADINGS.keySet().stream()
                .filter(each -> (room + ".").startsWith(each + "."))
                .findFirst()
                .orElse(room);
    }
}
