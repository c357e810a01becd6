package org.cumulet.inventory.placement;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what in Placement, by the names of OpenStack's policies.
public enum PlacementRule implements Rule {
    PROVIDERS_LIST("placement:resource_providers:list", Access.SYSTEM_READER),
    PROVIDERS_CREATE("placement:resource_providers:create", Access.ADMIN),
    PROVIDERS_SHOW("placement:resource_providers:show", Access.SYSTEM_READER),
    PROVIDERS_UPDATE("placement:resource_providers:update", Access.ADMIN),
    PROVIDERS_DELETE("placement:resource_providers:delete", Access.ADMIN),
    INVENTORIES_LIST("placement:resource_providers:inventories:list", Access.SYSTEM_READER),
    INVENTORIES_CREATE("placement:resource_providers:inventories:create", Access.ADMIN),
    INVENTORIES_SHOW("placement:resource_providers:inventories:show", Access.SYSTEM_READER),
    INVENTORIES_UPDATE("placement:resource_providers:inventories:update", Access.ADMIN),
    INVENTORIES_DELETE("placement:resource_providers:inventories:delete", Access.ADMIN),
    PROVIDER_TRAITS_LIST("placement:resource_providers:traits:list", Access.SYSTEM_READER),
    PROVIDER_TRAITS_UPDATE("placement:resource_providers:traits:update", Access.ADMIN),
    PROVIDER_TRAITS_DELETE("placement:resource_providers:traits:delete", Access.ADMIN),
    AGGREGATES_LIST("placement:resource_providers:aggregates:list", Access.SYSTEM_READER),
    AGGREGATES_UPDATE("placement:resource_providers:aggregates:update", Access.ADMIN),
    PROVIDER_USAGES("placement:resource_providers:usages", Access.SYSTEM_READER),
    PROVIDER_ALLOCATIONS("placement:resource_providers:allocations:list", Access.SYSTEM_READER),
    CLASSES_LIST("placement:resource_classes:list", Access.SYSTEM_READER),
    CLASSES_CREATE("placement:resource_classes:create", Access.ADMIN),
    CLASSES_SHOW("placement:resource_classes:show", Access.SYSTEM_READER),
    CLASSES_UPDATE("placement:resource_classes:update", Access.ADMIN),
    CLASSES_DELETE("placement:resource_classes:delete", Access.ADMIN),
    TRAITS_LIST("placement:traits:list", Access.SYSTEM_READER),
    TRAITS_SHOW("placement:traits:show", Access.SYSTEM_READER),
    TRAITS_UPDATE("placement:traits:update", Access.ADMIN),
    TRAITS_DELETE("placement:traits:delete", Access.ADMIN),
    CANDIDATES_LIST("placement:allocation_candidates:list", Access.SYSTEM_READER),
    ALLOCATIONS_LIST("placement:allocations:list", Access.SYSTEM_READER),
    ALLOCATIONS_UPDATE("placement:allocations:update", Access.ADMIN),
    ALLOCATIONS_DELETE("placement:allocations:delete", Access.ADMIN),
    ALLOCATIONS_MANAGE("placement:allocations:manage", Access.ADMIN),
    RESHAPE("placement:reshaper:reshape", Access.ADMIN),
    USAGES("placement:usages", Access.PROJECT_READER);

    private final String rule;
    private final Access access;

    PlacementRule(String rule, Access access) {
        this.rule = rule;
        this.access = access;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return access;
    }
}
