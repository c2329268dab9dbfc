package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.scan.Gap;
import io.jenkins.plugins.servicedelivery.core.scan.Mention;
import io.jenkins.plugins.servicedelivery.core.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what the readers of one tree find. */
final class Notes {
    private static final int MOST_OF_A_KIND = 20;
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<Gap.Kind, List<Gap>> gaps = new TreeMap<>();
    private final Map<String, List<Place>> notRead = new TreeMap<>();

    void mention(Mention mention) {
        mentions.add(mention);
    }

    void gap(Gap gap) {
        gaps.computeIfAbsent(gap.kind(), kind -> new ArrayList<>()).add(gap);
    }

    /** Writes down that a language or technology is met here; the report names each once, with how often and where first. */
    void notRead(String what, Place place) {
        notRead.computeIfAbsent(what, w -> new ArrayList<>()).add(place);
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** The gaps, of each kind only the first ones and then their number: a hostile tree makes no endless report. */
    List<Gap> gaps() {
        List<Gap> all = new ArrayList<>();
        gaps.forEach((kind, found) -> {
            all.addAll(found.subList(0, Math.min(found.size(), MOST_OF_A_KIND)));
            if (found.size() > MOST_OF_A_KIND) {
                Gap next = found.get(MOST_OF_A_KIND);
                all.add(new Gap(kind, (found.size() - MOST_OF_A_KIND) + " more of this kind", next.place()));
            }
        });
        notRead.forEach((what, places) -> {
            String files = places.size() == 1 ? "1 file" : places.size() + " files";
            all.add(new Gap(Gap.Kind.NOT_SUPPORTED, what + " in " + files + " is not followed", places.get(0)));
        });
        return all;
    }
}
