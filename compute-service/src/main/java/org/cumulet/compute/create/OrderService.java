package org.cumulet.compute.create;

import static org.cumulet.compute.quota.QuotaKey.METADATA_ITEMS;
import static org.cumulet.compute.server.ServerRule.CREATE_WITHOUT_DISK;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.compute.flavor.FlavorService;
import org.cumulet.compute.image.Image;
import org.cumulet.compute.image.ImageService;
import org.cumulet.compute.keypair.KeypairService;
import org.cumulet.compute.network.NetworkService;
import org.cumulet.compute.quota.QuotaService;
import org.cumulet.compute.server.LaunchOrder;
import org.cumulet.compute.server.LoginKey;
import org.cumulet.compute.server.ServerFlavor;
import org.jspecify.annotations.Nullable;

/// Turns a wish into an order: everything it names is looked up, once, and fits together.
@Singleton
class OrderService {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FlavorService flavors;
    private final KeypairService keypairs;
    private final ImageService images;
    private final NetworkService networks;
    private final QuotaService quotas;
    private final PlacementChoice placement;
    private final Lookups seen;
    private final CurrentCaller caller;

    OrderService(
            FlavorService flavors,
            KeypairService keypairs,
            ImageService images,
            NetworkService networks,
            QuotaService quotas,
            PlacementChoice placement,
            Lookups seen,
            CurrentCaller caller) {
        this.flavors = flavors;
        this.keypairs = keypairs;
        this.images = images;
        this.networks = networks;
        this.quotas = quotas;
        this.placement = placement;
        this.seen = seen;
        this.caller = caller;
    }

    /// @throws Fault.BadRequest when something in the wish is not there or does not fit
    LaunchOrder order(NewServer wish, Map<String, JsonNode> hints, @Nullable AdminPassword password) {
        mustBePossible(wish);
        var where = placement.of(wish, hints);
        var network = NetworkChoice.of(wish.networks(), wish.atMost());
        var userData = UserData.checked(wish.userData());
        var metadata = metadata(wish.metadata());
        var flavor = flavor(wish.flavorRef());
        var key = key(wish.keyName());
        var image = image(wish, flavor);
        return new LaunchOrder(
                caller.project(),
                caller.get().userId(),
                reservation(),
                wish.atMost(),
                wish.name(),
                wish.description(),
                wish.hostname(),
                image.id(),
                flavor,
                key,
                userData,
                password == null ? null : password.hash(),
                Boolean.TRUE.equals(wish.configDrive()),
                wish.diskConfig() == null ? "AUTO" : wish.diskConfig(),
                wish.accessIpv4(),
                wish.accessIpv6(),
                metadata,
                wish.tags() == null ? List.of() : List.copyOf(wish.tags()),
                seen.once("networks", network, () -> networks.resolve(network)),
                seen.once("groups", groups(wish), () -> networks.securityGroups(groups(wish))),
                where);
    }

    /// What this cloud does not do is refused, not overlooked.
    private static void mustBePossible(NewServer wish) {
        if (wish.atLeast() > wish.atMost()) {
            throw new Fault.BadRequest("min_count must be <= max_count");
        }
        if (wish.personality() != null && !wish.personality().isEmpty()) {
            throw new Fault.BadRequest("Files are not injected here (personality): use user_data.");
        }
        if (wish.trustedImageCertificates() != null) {
            throw new Fault.BadRequest("Image signatures are not verified here (trusted_image_certificates).");
        }
        if (wish.blockDeviceMapping() != null && !wish.blockDeviceMapping().isEmpty()) {
            throw onlyLocalDisk();
        }
    }

    private Map<String, String> metadata(@Nullable Map<String, String> pieces) {
        if (pieces == null) {
            return Map.of();
        }
        var allowed = seen.once("limits", caller.project(), () -> quotas.limits(caller.project()))
                .of(METADATA_ITEMS);
        if (allowed >= 0 && pieces.size() > allowed) {
            throw new Fault.OverQuota("Maximum number of metadata items exceeds %d".formatted(allowed));
        }
        return pieces;
    }

    private ServerFlavor flavor(String id) {
        try {
            return seen.once("flavor", id, () -> flavors.find(id).snapshot());
        } catch (Fault.NotFound missing) {
            throw new Fault.BadRequest(missing.text());
        }
    }

    private @Nullable LoginKey key(@Nullable String name) {
        return name == null
                ? null
                : seen.once("key", name, () -> keypairs.own(name))
                        .orElseThrow(() -> new Fault.BadRequest("Invalid key_name provided."));
    }

    private Image image(NewServer wish, ServerFlavor flavor) {
        var image = seen.once("image", imageId(wish), () -> images.find(imageId(wish)));
        if (!image.isUsable()) {
            throw new Fault.BadRequest("Image %s is not active.".formatted(image.id()));
        }
        if (image.minRam() > flavor.ram()) {
            throw new Fault.BadRequest("Flavor's memory is too small for requested image.");
        }
        var disk = flavor.disk() * (1L << 30);
        if (disk > 0 && image.leastDisk() > disk) {
            throw new Fault.BadRequest(
                    "Flavor's disk is too small for requested image. Flavor disk is %d bytes, image is %d bytes."
                            .formatted(disk, image.leastDisk()));
        }
        if (disk == 0) {
            caller.must(CREATE_WITHOUT_DISK);
        }
        return image;
    }

    private static String imageId(NewServer wish) {
        var devices = wish.blockDevices() == null ? List.<BlockDevice>of() : wish.blockDevices();
        var image = wish.imageRef() == null || wish.imageRef().isEmpty()
                ? devices.stream().findFirst().map(BlockDevice::uuid).orElse("")
                : wish.imageRef();
        if (devices.stream().anyMatch(device -> !device.isLocalCopyOf(image)) || devices.size() > 1) {
            throw onlyLocalDisk();
        }
        if (image.isEmpty()) {
            throw new Fault.BadRequest("Invalid imageRef provided.");
        }
        return image;
    }

    private static Fault.BadRequest onlyLocalDisk() {
        return new Fault.BadRequest(
                "Block Device Mapping is Invalid: servers boot from an image on a local disk (source_type image, destination_type local, boot_index 0); volumes are not served here.");
    }

    private static Set<String> groups(NewServer wish) {
        var names = new TreeSet<String>();
        if (wish.securityGroups() != null) {
            wish.securityGroups().forEach(group -> names.add(group.name()));
        }
        return names;
    }

    private static String reservation() {
        return RANDOM.ints(8, 0, 36)
                .collect(
                        () -> new StringBuilder("r-"),
                        (text, digit) -> text.append(Character.forDigit(digit, 36)),
                        StringBuilder::append)
                .toString();
    }
}
