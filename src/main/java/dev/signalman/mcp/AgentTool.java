package dev.signalman.mcp;

import dev.signalman.command.Command;
import dev.signalman.command.Deploys;
import dev.signalman.command.History;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Logs;
import dev.signalman.command.Promote;
import dev.signalman.command.Status;
import dev.signalman.command.Why;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What agents can call.
 *
 * @param inputs the JSON schema of each argument
 * @param command makes the command that the call is; null for the tool that waits
 */
record AgentTool(
        String name,
        String description,
        boolean reads,
        Map<String, Object> inputs,
        List<String> required,
        @Nullable Function<ToolArguments, Command> command) {
    /** Waits for a request, and is no command. */
    static final String WAIT = "wait_for_request";

    /** The argument of {@link #WAIT}. */
    static final String REQUEST = "request";

    private static final String PROJECT = "project";
    private static final String PROMOTION = "promotion";
    private static final String PARAMETERS = "parameters";

    static final List<AgentTool> ALL = List.of(
            new AgentTool(
                    "status",
                    "Shows a pipeline, workflow or job: its state, blocks, failed jobs and promotions. Without an id: the "
                            + "newest pipeline of a project or branch.",
                    true,
                    subject(),
                    List.of(),
                    arguments -> new Status(arguments.subject())),
            new AgentTool(
                    "pipelines",
                    "Lists the ten newest pipelines of a project or branch.",
                    true,
                    with(text(PROJECT, "name of the project"), text("branch", "name of the branch")),
                    List.of(PROJECT),
                    arguments -> new ListPipelines(arguments.subject(), null, null, null, null, false)),
            new AgentTool(
                    "logs",
                    "Shows the end of a job's log, or of a pipeline's first failed job. Possible secrets are masked.",
                    true,
                    subject(),
                    List.of(),
                    arguments -> new Logs(arguments.subject())),
            new AgentTool(
                    "why",
                    "Explains what a promotion needs now: each rule, met or not, and who can meet it.",
                    true,
                    with(promotion(), subject(), parameters()),
                    List.of(PROMOTION),
                    arguments -> new Why(
                            arguments.text(PROMOTION), arguments.subject(), arguments.parameters(PARAMETERS), false)),
            new AgentTool(
                    "deploys",
                    "Shows what each promotion of a project last deployed, and what has passed since.",
                    true,
                    text(PROJECT, "name of the project"),
                    List.of(PROJECT),
                    arguments -> new Deploys(arguments.text(PROJECT))),
            new AgentTool(
                    "history",
                    "Shows the last deploys through a promotion: when, who, what, and how they ended.",
                    true,
                    with(promotion(), text(PROJECT, "name of the project")),
                    List.of(PROMOTION, PROJECT),
                    arguments -> new History(arguments.text(PROMOTION), arguments.text(PROJECT))),
            new AgentTool(
                    "request_promotion",
                    "Asks people to approve a promotion (a deploy). It never deploys by itself: people approve or reject it "
                            + "in Slack. The answer has the number of the request, to wait for with " + WAIT + ".",
                    false,
                    with(
                            promotion(),
                            subject(),
                            parameters(),
                            text("reason", "why it should be promoted now; people see it"),
                            Map.of(
                                    "again",
                                    Map.of(
                                            "type",
                                            "boolean",
                                            "description",
                                            "whether to ask although this commit was promoted there before"))),
                    List.of(PROMOTION),
                    arguments -> new Promote(
                            arguments.text(PROMOTION),
                            arguments.subject(),
                            arguments.parameters(PARAMETERS),
                            false,
                            arguments.flag("again"),
                            arguments.reason("reason"))),
            new AgentTool(
                    WAIT,
                    "Waits until a request that you made changes: people decided, or the deploy ended. Answers within a "
                            + "minute; while the state is waiting, scheduled or deploying, call it again.",
                    true,
                    Map.of(REQUEST, Map.of("type", "integer", "description", "the number of the request, without #")),
                    List.of(REQUEST),
                    null));

    private static Map<String, Object> text(String name, String description) {
        return Map.of(name, Map.of("type", "string", "description", description));
    }

    private static Map<String, Object> promotion() {
        return text(PROMOTION, "name of the promotion, e.g. production");
    }

    private static Map<String, Object> parameters() {
        return Map.of(
                PARAMETERS,
                Map.of(
                        "type",
                        "object",
                        "description",
                        "parameters of the promotion",
                        "additionalProperties",
                        Map.of("type", "string")));
    }

    private static Map<String, Object> subject() {
        return with(
                text(PROJECT, "name of the project, unless an id is given"),
                text("branch", "name of the branch; the default branch without it"),
                text("pipeline_id", "id of a pipeline, instead of a project"),
                text("workflow_id", "id of a workflow, instead of a project"),
                text("job_id", "id of a job, instead of a project"));
    }

    @SafeVarargs
    private static Map<String, Object> with(Map<String, Object>... parts) {
        var all = new LinkedHashMap<String, Object>();
        for (var part : parts) {
            all.putAll(part);
        }
        return all;
    }

    /** The tool as the protocol describes it. */
    Tool described() {
        return Tool.builder(
                        name,
                        Map.of(
                                "type",
                                "object",
                                "properties",
                                inputs,
                                "required",
                                required,
                                "additionalProperties",
                                false))
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(reads)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(true)
                        .build())
                .build();
    }
}
