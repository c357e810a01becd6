/// Launch templates: what a project launches again and again, under a name.
@NullMarked
package org.cumulet.compute.template;

import org.jspecify.annotations.NullMarked;
