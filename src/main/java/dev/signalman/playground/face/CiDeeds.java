package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.Stage;
import dev.signalman.simulator.semaphore.Refused;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.web.Route;
import java.util.List;
import java.util.regex.Pattern;

/** What happens at Semaphore: pushes, ends of jobs, and what people press on the web. */
final class CiDeeds {
    private static final Pattern BRANCH = Pattern.compile("[\\w][\\w./-]{0,99}");
    private static final String FAILING_LOG = """
            --- FAIL: TestRounding (0.04s)
                rounding_test.go:27: got 10.00, want 9.99
            FAIL
            exit status 1
            """;

    private final Stage stage;
    private final Company company;

    CiDeeds(Stage stage, Company company) {
        this.stage = stage;
        this.company = company;
    }

    List<Route> routes(Manners manners) {
        return List.of(
                route("push", this::push, manners),
                route("finish", this::finish, manners),
                route("job", this::job, manners),
                route("stop", this::stop, manners),
                route("promote", this::promote, manners),
                route("rerun", this::rerun, manners));
    }

    private static Route route(String name, Manners.Deed deed, Manners manners) {
        return Route.of("POST", Face.PATH + "ci/" + name, manners.deed(asked -> {
            try {
                return deed.carryOut(asked);
            } catch (Refused refused) {
                throw Mistake.notNow(
                        "Semaphore refuses that: " + refused.reason().replaceAll("\\.$", "") + ".");
            } catch (IllegalStateException late) {
                throw Mistake.notNow(late.getMessage() + ".");
            }
        }));
    }

    private ObjectNode push(Asked asked) {
        var project = project(asked.text("project"));
        var branch = asked.textIfAny("branch").orElse("main");
        if (!BRANCH.matcher(branch).matches()) {
            throw Mistake.wrong(
                    "\"" + branch + "\" is no branch: letters, digits and . _ - / make one, e.g. feature/vat.");
        }
        var message = asked.textIfAny("message").orElse("Change a little");
        var started = stage.semaphore().push(project, branch, message, login(asked));
        return Json.object().put("pipeline", started.pipelineId());
    }

    private ObjectNode finish(Asked asked) {
        stage.semaphore().finish(pipeline(asked));
        return Json.object();
    }

    private ObjectNode job(Asked asked) {
        var pipeline = pipeline(asked);
        var block = asked.text("block");
        var job = asked.text("job");
        switch (asked.text("outcome")) {
            case "passed" -> stage.semaphore().passJob(pipeline, block, job);
            case "failed" -> stage.semaphore().breakJob(pipeline, block, job, 1, FAILING_LOG);
            default -> throw Mistake.wrong("\"outcome\" is \"passed\" or \"failed\".");
        }
        return Json.object();
    }

    private ObjectNode stop(Asked asked) {
        stage.semaphore().stopOnTheWeb(pipeline(asked), login(asked));
        return Json.object();
    }

    private ObjectNode promote(Asked asked) {
        stage.semaphore()
                .promoteOnTheWeb(pipeline(asked), asked.text("promotion"), login(asked), asked.texts("parameters"));
        return Json.object();
    }

    private ObjectNode rerun(Asked asked) {
        var started = stage.semaphore().rerunOnTheWeb(pipeline(asked), login(asked));
        return Json.object().put("pipeline", started.pipelineId());
    }

    /** At the git host people have the names that they have in Slack. */
    private String login(Asked asked) {
        var person = company.person(asked);
        if (person.teamId() != null) {
            throw Mistake.wrong(
                    person.realName() + " belongs to another organisation and cannot sign in at Semaphore.");
        }
        return person.name();
    }

    private String project(String name) {
        var names = stage.semaphore()
                .reading((organisation, now) -> organisation.projects().stream()
                        .map(SimulatedProject::name)
                        .toList());
        if (!names.contains(name)) {
            throw Mistake.wrong("There is no project \"" + name + "\"; there are " + String.join(", ", names) + ".");
        }
        return name;
    }

    private String pipeline(Asked asked) {
        var id = asked.text("pipeline");
        var known = stage.semaphore()
                .reading((organisation, now) -> organisation.pipeline(id).isPresent());
        if (!known) {
            throw Mistake.wrong("There is no pipeline with the id " + id + ".");
        }
        return id;
    }
}
