// Letters and signs that TeX has a command for. Either spelling finds the other.

const commands = new Map<string, string>(Object.entries({
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', 'ϵ': 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', 'ϑ': 'theta',
  ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', 'µ': 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', υ: 'upsilon',
  φ: 'phi', 'ϕ': 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', ℓ: 'ell', '∑': 'sum', '∏': 'prod', '∫': 'int', '√': 'sqrt',
  '∂': 'partial', '∇': 'nabla', '∞': 'infty', '≤': 'leq', '≥': 'geq', '≠': 'neq', '≈': 'approx', '∼': 'sim', '∝': 'propto',
  '∈': 'in', '∉': 'notin', '⊂': 'subset', '⊆': 'subseteq', '∪': 'cup', '∩': 'cap', '×': 'times', '⋅': 'cdot', '±': 'pm',
  '→': 'rightarrow', '←': 'leftarrow', '⇒': 'rightarrow', '⊤': 'top', '⊙': 'odot', '⊕': 'oplus', '⊗': 'otimes', '∀': 'forall',
  '∃': 'exists', '¬': 'neg', '∧': 'wedge', '∨': 'vee',
}));

/** Spellings of one command. */
const same = new Map<string, string>(Object.entries({
  varepsilon: 'epsilon', vartheta: 'theta', varphi: 'phi', le: 'leq', ge: 'geq', ne: 'neq', to: 'rightarrow', gets: 'leftarrow',
  land: 'wedge', lor: 'vee', lnot: 'neg',
}));

/** Commands that change how a formula looks, not what it says. */
const presentation = new Set<string>((
  'left right big bigl bigr bigg biggl biggr middle mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak ' +
  'boldsymbol bm text textrm textbf textit operatorname displaystyle textstyle scriptstyle quad qquad limits ' +
  'nolimits begin end label tag'
).split(' '));

/** The command without its backslash; undefined where the text is no such sign. */
export const commandOf = (sign: string) => commands.get(sign);

export const canonical = (command: string) => same.get(command) ?? command;

export const isPresentation = (command: string) => presentation.has(command);
