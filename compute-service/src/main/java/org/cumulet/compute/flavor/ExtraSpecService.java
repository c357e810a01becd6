package org.cumulet.compute.flavor;

import static org.cumulet.compute.flavor.FlavorRule.CREATE_SPECS;
import static org.cumulet.compute.flavor.FlavorRule.DELETE_SPEC;
import static org.cumulet.compute.flavor.FlavorRule.LIST_SPECS;
import static org.cumulet.compute.flavor.FlavorRule.SHOW_SPEC;
import static org.cumulet.compute.flavor.FlavorRule.UPDATE_SPEC;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;

/// What can be done with the extra specs of a flavor.
@Singleton
class ExtraSpecService {

    private final FlavorService flavors;
    private final CurrentCaller caller;

    ExtraSpecService(FlavorService flavors, CurrentCaller caller) {
        this.flavors = flavors;
        this.caller = caller;
    }

    @Transactional
    Map<String, String> list(String flavor) {
        caller.must(LIST_SPECS);
        return flavors.seen(flavor).extraSpecs();
    }

    @Transactional
    Map<String, String> add(String flavor, Map<String, String> specs) {
        caller.must(CREATE_SPECS);
        flavors.locked(flavor).specify(specs);
        return specs;
    }

    @Transactional
    Map<String, String> show(String flavor, String key) {
        caller.must(SHOW_SPEC);
        return Optional.ofNullable(flavors.seen(flavor).extraSpecs().get(key))
                .map(value -> Map.of(key, value))
                .orElseThrow(() -> missing(flavor, key));
    }

    @Transactional
    Map<String, String> set(String flavor, String key, Map<String, String> spec) {
        caller.must(UPDATE_SPEC);
        if (spec.size() != 1 || !spec.containsKey(key)) {
            throw new Fault.BadRequest("Request body and URI mismatch");
        }
        flavors.locked(flavor).specify(spec);
        return spec;
    }

    @Transactional
    void remove(String flavor, String key) {
        caller.must(DELETE_SPEC);
        if (!flavors.locked(flavor).unspecify(key)) {
            throw missing(flavor, key);
        }
    }

    private static Fault.NotFound missing(String flavor, String key) {
        return Fault.NotFound.saying("Flavor %s has no extra specs with key %s.".formatted(flavor, key));
    }
}
