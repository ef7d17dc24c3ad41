package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of the README is of the page as it is; its copy is {@code docs/playground.png}. */
@InChromium(InChromium.Lane.SECOND)
final class PictureIT {
    @Test
    void thePageIsAsTheReadmeShowsIt(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        alice.says("/semaphore status web");
        alice.sees("web passed on main");
        alice.says("/semaphore promote staging web");
        alice.sees("staging: deploying by Alice");
        alice.project("web")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pass all"))
                .click();
        alice.sees("staging: deployed");
        alice.box().fill("/semaphore pro");
        assertThat(alice.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Commands")))
                .containsText("/semaphore promote");
        alice.photograph(Path.of("target", "browser", "playground.png"));
    }
}
