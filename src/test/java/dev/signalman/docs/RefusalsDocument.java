package dev.signalman.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The document of all refusals, by topic. */
final class RefusalsDocument {
    private static final String HEAD = """
            # What the bot refuses, and how

            Every sentence with which it says no, as the source has it; ‹what stands so› is put in. The list is made by a test
            (`RefusalsTest`), which finds each place in the source that refuses, so that none is missing: it is there to be read as a
            whole. Each shall say what was wrong, what would have been right, and what to do next.

            What is not repeated below: nearest names come as buttons under "Did you mean"; what was refused before anything happened ends
            with "Nothing was changed."
            """;

    private static final Map<String, String> HEADINGS = headings();

    private RefusalsDocument() {}

    private static Map<String, String> headings() {
        var headings = new LinkedHashMap<String, String>();
        headings.put(
                "dev.signalman.command",
                "The line cannot be read\n\nBehind each stands how the verb is used: \"Right would be: … For example: …\"");
        headings.put("dev.signalman.subject", "What is meant cannot be told");
        headings.put("dev.signalman.feature.access", "Who may, and where");
        headings.put(
                "rules",
                "Rules of promotion\n\nThe same words stand in `why`, on the card of a request and in a refusal. A line without a full "
                        + "stop goes on with who could meet it.");
        headings.put("dev.signalman.ruling", "No rule at all");
        headings.put("dev.signalman.feature.approvals", "Requests and votes");
        headings.put("dev.signalman.feature.promotions", "Promotions");
        headings.put("dev.signalman.feature.runs", "Run, rerun, rebuild, stop");
        headings.put("dev.signalman.feature.locks", "Locks");
        headings.put("dev.signalman.feature.linking", "People's own tokens");
        headings.put("dev.signalman.feature.subscriptions", "Subscriptions");
        headings.put("dev.signalman.feature.agents", "Agent types");
        headings.put("dev.signalman.feature.jobs", "Jobs and logs");
        headings.put("dev.signalman.feature.deploys", "Deploys");
        headings.put("dev.signalman.feature.projects", "Projects");
        headings.put("dev.signalman.feature.help", "Help");
        headings.put(
                "dev.signalman.dispatch",
                "Semaphore, Slack, or the bot itself is in the way\n\nWhere it may have happened all the same, this follows: \"I did not "
                        + "try again, since it may have happened: look in Semaphore before you repeat it.\"");
        headings.put("dev.signalman.slack.inbound", "Before anything was taken in");
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
