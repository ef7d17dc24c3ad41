package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Text;
import java.util.ArrayList;
import java.util.List;

/** As many lines as fit; the last one counts the rest. */
record FittingRows(List<Text> lines, BlockLimits limits) {
    List<ObjectNode> drawn() {
        var text = new RichText(limits);
        var drawn = new ArrayList<ObjectNode>();
        int shown = lines.size() <= limits.rows() ? lines.size() : limits.rows() - 1;
        lines.subList(0, shown).forEach(line -> drawn.addAll(text.lines(line)));
        if (shown < lines.size()) {
            drawn.addAll(text.lines(Text.of("and " + (lines.size() - shown) + " more")));
        }
        return drawn;
    }
}
