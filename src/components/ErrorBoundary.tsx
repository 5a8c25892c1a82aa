import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** In the reader's language. */
  readonly message: string
  readonly reload: string
  /** Called once with the first error: what is running should be kept and come to rest. */
  readonly onError: () => void
  readonly children: ReactNode
}

/** Whatever goes wrong while the page is drawn: it says so instead of vanishing, and offers to start anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly detail: string | null }> {
  override state = { detail: null }

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch(): void {
    this.props.onError()
  }

  override render(): ReactNode {
    const { detail } = this.state
    if (detail === null) return this.props.children
    return (
      <main>
        <div className='notice' role='alert'>
          <p>
            {this.props.message} <span className='soft'>({detail})</span>
          </p>
          <p className='buttons'>
            <button type='button' onClick={() => location.reload()}>
              {this.props.reload}
            </button>
          </p>
        </div>
      </main>
    )
  }
}
