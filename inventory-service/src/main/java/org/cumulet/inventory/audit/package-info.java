/// Whether what is claimed is what there is.
@NullMarked
package org.cumulet.inventory.audit;

import org.jspecify.annotations.NullMarked;
