/// What has room: resource providers, their inventories and traits.
@NullMarked
package org.cumulet.inventory.placement.provider;

import org.jspecify.annotations.NullMarked;
